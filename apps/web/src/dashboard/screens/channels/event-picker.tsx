import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';
import { AllOrSome } from '../../ui/all-or-some.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { chosenFrom, comesInAnyCase, groupEvents } from './event-groups.ts';
import { EVENT_WORDS } from './event-words.ts';

type Props = { all: boolean; chosen: readonly EventType[]; error: string | undefined };

/** Which events a channel gets. */
export function EventPicker({ all, chosen, error }: Props) {
  return (
    <AllOrSome legend="Events" everything="All events" allAtFirst={all} error={error}>
      <div className="-mb-4 sm:columns-2 lg:columns-3">
        {groupEvents(chosenFrom(EVENT_TYPES, chosen)).map(({ about, types }) => (
          <fieldset key={about} className="mb-4 grid break-inside-avoid gap-2">
            <legend className="mb-1 text-sm text-muted capitalize">{about}</legend>
            {types.map((type) => (
              <Checkbox
                key={type}
                name="events"
                value={type}
                defaultChecked={chosen.includes(type)}
                label={<code className="prose-code">{type}</code>}
                hint={comesInAnyCase(type) ? `${EVENT_WORDS[type]}: comes in any case` : EVENT_WORDS[type]}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <p className="mt-8 max-w-prose text-sm text-pretty text-muted">
        Reminders, escalations and the one message about many servers go where the rules send them, whatever is ticked.
      </p>
    </AllOrSome>
  );
}
