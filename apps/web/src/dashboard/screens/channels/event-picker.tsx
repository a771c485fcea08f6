import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';
import { useState } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { chosenFrom, groupEvents } from './event-groups.ts';

const GROUPS = groupEvents(chosenFrom(EVENT_TYPES));

type Props = { all: boolean; chosen: readonly EventType[]; error: string | undefined };

/** Which events a channel gets. What was ticked stays when "all" is chosen in between. */
export function EventPicker({ all: allAtFirst, chosen, error }: Props) {
  const [all, setAll] = useState(allAtFirst);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">Events</legend>
      <Choice name="which" value="all" label="All events" checked={all} choose={() => setAll(true)} />
      <Choice name="which" value="chosen" label="Only these" checked={!all} choose={() => setAll(false)} />
      <div hidden={all} className="grid gap-4 pt-1 pl-7 sm:grid-cols-2 lg:grid-cols-3">
        {GROUPS.map(({ about, types }) => (
          <fieldset key={about} className="grid content-start gap-1">
            <legend className="mb-1 text-sm text-muted capitalize">{about}</legend>
            {types.map((type) => (
              <Checkbox
                key={type}
                name="events"
                value={type}
                defaultChecked={chosen.includes(type)}
                label={<code className="prose-code">{type}</code>}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {error && (
        <p role="alert" tabIndex={-1} className="text-sm text-down">
          {error}
        </p>
      )}
    </fieldset>
  );
}
