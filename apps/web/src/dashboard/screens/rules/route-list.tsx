import type { Channel } from '@alivemcp/contracts';
import { useRef } from 'react';
import type { Problem } from '../../api/problem.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { moved } from '../status-pages/page-draft.ts';
import { RouteCard } from './route-card.tsx';
import { isIdle, type RouteDraft, withRoute } from './rules-draft.ts';

type Props = {
  routes: RouteDraft[];
  channels: Channel[];
  change: (routes: RouteDraft[]) => void;
  problem: Problem | null;
};

/** Which events go where, in the order in which it is decided. */
export function RouteList({ routes, channels, change, problem }: Props) {
  const addButton = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const move = (index: number, by: -1 | 1) => {
    change(moved(routes, index, by));
    announce(`Now at place ${index + by + 1} of ${routes.length}`);
  };
  const add = () => {
    change(withRoute(routes));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  return (
    <>
      <p className="max-w-prose text-sm text-muted">
        The first route that names an event decides where it goes. What no route names goes to every channel that takes
        it: a channel gets only its own events in any case. The end of an outage goes to whoever was told of it.
      </p>
      {routes.length === 0 && <p>There is no route: everything goes to every channel that takes it.</p>}
      <ol ref={list} className="grid gap-3 empty:hidden">
        {routes.map((route, index) => (
          <RouteCard
            key={route.key}
            route={route}
            place={index}
            places={routes.length}
            idle={isIdle(routes, index)}
            channels={channels}
            problem={problem}
            change={(part) => change(routes.with(index, { ...route, ...part }))}
            move={(by) => move(index, by)}
            remove={() => {
              addButton.current?.focus();
              change(routes.toSpliced(index, 1));
            }}
          />
        ))}
      </ol>
      <FieldError error={problem?.errors.find(({ pointer }) => pointer === '/routes')?.message} />
      <div>
        <Button ref={addButton} onClick={add}>
          Add a route
        </Button>
      </div>
    </>
  );
}
