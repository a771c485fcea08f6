import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';
import { AllOrSome } from '../../ui/all-or-some.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { chosenFrom, groupEvents } from './event-groups.ts';

const GROUPS = groupEvents(chosenFrom(EVENT_TYPES));

type Props = { all: boolean; chosen: readonly EventType[]; error: string | undefined };

/** Which events a channel gets. */
export function EventPicker({ all, chosen, error }: Props) {
  return (
    <AllOrSome legend="Events" everything="All events" allAtFirst={all} error={error}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
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
    </AllOrSome>
  );
}
