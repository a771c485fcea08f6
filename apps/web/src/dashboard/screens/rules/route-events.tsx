import { useState } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { groupEvents } from '../channels/event-groups.ts';
import { EVENT_WORDS } from '../channels/event-words.ts';
import { ROUTED } from './routed-events.ts';
import type { RouteDraft } from './rules-draft.ts';

const GROUPS = groupEvents(ROUTED);

type Props = { route: RouteDraft; change: (part: Partial<RouteDraft>) => void; error: string | undefined };

/** Which events a route is for. The many are folded away once some are chosen. */
export function RouteEvents({ route: { key, all, events }, change, error }: Props) {
  const [open] = useState(events.length === 0);
  const name = `events-${key}`;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">Events</legend>
      <Choice name={name} value="all" label="All events" checked={all} choose={() => change({ all: true })} />
      <Choice name={name} value="chosen" label="Only these" checked={!all} choose={() => change({ all: false })} />
      {!all && (
        <details open={open} className="min-w-0 pl-7">
          <summary className="min-h-6 wrap-anywhere text-muted">
            {events.length === 0 ? (
              'None is chosen yet'
            ) : (
              <span className="font-mono text-[0.85em] text-fg">{events.join(', ')}</span>
            )}
          </summary>
          <p className="mt-3 max-w-prose text-sm text-muted">
            A recovery, and the end of an incident, goes to whoever was told of the outage, whatever the routes. An
            outage is also <code className="font-mono text-[0.95em]">incident.opened</code>: name both to keep them
            together.
          </p>
          <div className="mt-3 -mb-4 sm:columns-2">
            {GROUPS.map(({ about, types }) => (
              <fieldset key={about} className="mb-4 grid break-inside-avoid gap-2">
                <legend className="mb-1 text-sm text-muted capitalize">{about}</legend>
                {types.map((type) => (
                  <Checkbox
                    key={type}
                    label={<code className="prose-code">{type}</code>}
                    hint={EVENT_WORDS[type]}
                    checked={events.some((each) => each === type)}
                    aria-invalid={error !== undefined || undefined}
                    onChange={({ target }) =>
                      change({
                        events: ROUTED.filter((each) => (each === type ? target.checked : events.includes(each))),
                      })
                    }
                  />
                ))}
              </fieldset>
            ))}
          </div>
        </details>
      )}
      <FieldError error={error} />
    </fieldset>
  );
}
