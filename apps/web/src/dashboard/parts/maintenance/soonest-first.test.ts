import type { Maintenance } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { soonestFirst } from './soonest-first.ts';

const on = (id: string, day: number | null) =>
  ({ id, window: day === null ? null : { startsAt: `2026-12-0${day}T00:00:00.000Z` } }) as Maintenance;

it('puts what comes first at the top and leaves out what is over', () => {
  expect(soonestFirst([on('c', 3), on('over', null), on('a', 1), on('b', 2)]).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
  ]);
});
