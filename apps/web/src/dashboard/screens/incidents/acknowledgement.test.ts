import { expect, it } from 'vitest';
import { acknowledgementOf } from './acknowledgement.ts';

const AT = '2026-11-21T12:00:00.000Z';

it.each([
  [null, null, 'open'],
  [null, AT, 'acknowledged'],
  [AT, null, 'over'],
  [AT, AT, 'over'],
] as const)('resolved %s, acknowledged %s: %s', (resolvedAt, acknowledgedAt, state) => {
  expect(acknowledgementOf({ resolvedAt, acknowledgedAt })).toBe(state);
});
