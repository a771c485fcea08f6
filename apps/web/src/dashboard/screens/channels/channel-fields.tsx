import type { Channel } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { errorAt, TextField } from '../../ui/field.tsx';
import { EventPicker } from './event-picker.tsx';

/** What can be said about a webhook, for a new one and for one that is. */
export function ChannelFields({ channel, problem }: { channel?: Channel; problem: Problem | null }) {
  return (
    <>
      <TextField
        label="URL"
        name="url"
        type="url"
        required
        maxLength={2048}
        autoComplete="off"
        placeholder="https://example.com/hooks/alivemcp"
        defaultValue={channel?.url ?? ''}
        hint="Gets a signed POST. Redirects are not followed."
        error={errorAt(problem, '/url')}
      />
      <TextField
        label="Name"
        name="name"
        required={channel !== undefined}
        maxLength={200}
        autoComplete="off"
        defaultValue={channel?.name ?? ''}
        hint={channel ? undefined : 'Left empty: the host of the URL.'}
        error={errorAt(problem, '/name')}
      />
      <EventPicker
        all={channel === undefined || channel.events === null}
        chosen={channel?.events ?? []}
        error={errorAt(problem, '/events')}
      />
    </>
  );
}
