import { expect, it } from 'vitest';
import { isoOfLocal, replaySince } from './replay-since.ts';

const NOW = Date.parse('2026-11-21T18:30:45.000Z');

it('begins before the channel began to fail, and otherwise a day ago', () => {
  expect(isoOfLocal(replaySince('2026-11-20T12:00:30.000Z', NOW))).toBe('2026-11-20T11:59:00.000Z');
  expect(isoOfLocal(replaySince(null, NOW))).toBe('2026-11-20T18:30:00.000Z');
});

it('leaves what is no time to the API', () => {
  expect(isoOfLocal('')).toBe('');
});
