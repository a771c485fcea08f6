import type { Phase } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { longestMs, toBars } from './phase-bars.ts';

const PHASES: Phase[] = [
  { name: 'dns', ms: 1.5, ok: true },
  { name: 'tcp', ms: 20, ok: true },
  { name: 'tls', ms: 0.5, ok: false },
];

it('begins each phase where the one before it ended', () => {
  expect(toBars(PHASES).map(({ name, startMs }) => [name, startMs])).toEqual([
    ['dns', 0],
    ['tcp', 1.5],
    ['tls', 21.5],
  ]);
});

it('takes the longest probe as the scale', () => {
  expect(longestMs([PHASES.slice(0, 1), PHASES])).toBe(22);
  expect(longestMs([])).toBe(0);
});
