import type { ServerStatus } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { stateOfAll } from './state-of-all.ts';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];
const say = (...statuses: ServerStatus[]) => {
  const { status, sentence, more } = stateOfAll(
    statuses.map((each, index) => ({ name: NAMES[index] ?? '', status: each })),
  );
  return [status, sentence, more];
};

it('says that all is well, and of how many', () => {
  expect(say('up', 'up', 'up')).toEqual(['up', 'All 3 servers are up', null]);
  expect(say('up')).toEqual(['up', 'A is up', null]);
});

it('leads with the worst and says the rest after it', () => {
  expect(say('down', 'up', 'down', 'degraded', 'up')).toEqual([
    'down',
    '2 of 5 servers are down: A and C',
    '1 is degraded: D. 2 are up.',
  ]);
  expect(say('up', 'unknown')).toEqual(['unknown', '1 of 2 servers is without fresh observations: B', '1 is up.']);
  expect(say('down', 'down')).toEqual(['down', 'All 2 servers are down', null]);
});

it('does not let a paused server spoil the page', () => {
  expect(say('up', 'paused')).toEqual(['up', '1 of 2 servers is up', '1 is paused: B.']);
  expect(say('paused', 'paused')).toEqual(['paused', 'All 2 servers are paused', null]);
});

it('names no more than three', () => {
  expect(say('down', 'down', 'down', 'down', 'down', 'up')[1]).toBe('5 of 6 servers are down: A, B and 3 more');
});

it('does not call an empty page up', () => {
  expect(say()).toEqual(['unknown', 'There are no servers on this page yet', null]);
});
