import type { Channel } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { errorAt, TextField } from '../../ui/field.tsx';
import { EventPicker } from './event-picker.tsx';

/** What can be said about a channel of any type, for a new one and for one that is. */
export function ChannelFields({ channel, problem }: { channel?: Channel; problem: Problem | null }) {
  return (
    <>
      <TextField
        label={channel ? 'Name' : 'Name (optional)'}
        name="name"
        required={channel !== undefined}
        maxLength={200}
        autoComplete="off"
        defaultValue={channel?.name ?? ''}
        hint={channel ? undefined : 'Left empty, it is called after where it sends to.'}
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
