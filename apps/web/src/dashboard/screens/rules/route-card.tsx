import type { Channel } from '@alivemcp/contracts';
import { useId } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { errorAt } from '../../ui/field.tsx';
import { Card } from '../../ui/layout.tsx';
import { RouteChannels } from './route-channels.tsx';
import { RouteEvents } from './route-events.tsx';
import type { RouteDraft } from './rules-draft.ts';

type Props = {
  route: RouteDraft;
  place: number;
  places: number;
  /** The routes above leave it nothing. */
  idle: boolean;
  channels: Channel[];
  problem: Problem | null;
  change: (part: Partial<RouteDraft>) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
};

export function RouteCard({ route, place, places, idle, channels, problem, change, move, remove }: Props) {
  const id = useId();
  const title = `route ${place + 1}`;
  return (
    <li>
      <fieldset aria-labelledby={id} className="min-w-0">
        <Card className="grid gap-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p id={id} className="font-semibold first-letter:uppercase">
              {title}
            </p>
            <div className="flex flex-wrap gap-2">
              {/* Not `disabled` at the ends: the focus stays when a route arrives there. */}
              <Button aria-label={`Move ${title} up`} aria-disabled={place === 0} onClick={() => place > 0 && move(-1)}>
                ↑
              </Button>
              <Button
                aria-label={`Move ${title} down`}
                aria-disabled={place === places - 1}
                onClick={() => place < places - 1 && move(1)}
              >
                ↓
              </Button>
              <Button aria-label={`Remove ${title}`} onClick={remove}>
                Remove
              </Button>
            </div>
          </div>
          {idle && (
            <p className="text-sm text-degraded">
              <span aria-hidden="true">▲ </span>The routes above name all of its events already: it never decides.
            </p>
          )}
          <RouteEvents route={route} change={change} error={errorAt(problem, `/routes/${place}/events`)} />
          <RouteChannels
            route={route}
            channels={channels}
            change={change}
            error={errorAt(problem, `/routes/${place}/channelIds`)}
          />
        </Card>
      </fieldset>
    </li>
  );
}
