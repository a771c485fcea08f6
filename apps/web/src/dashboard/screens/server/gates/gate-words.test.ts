import { expect, it } from 'vitest';
import { roundsText, waitedText } from './gate-words.ts';

it('says how far a gate has come', () => {
  expect(roundsText({ rounds: 3, goodRounds: 1 })).toBe('Round 3; 1 of 2 good ones in a row.');
});

it('says how long it waited once it is over', () => {
  const createdAt = '2026-11-21T12:00:00.000Z';
  expect(waitedText({ createdAt, endedAt: null })).toBeNull();
  expect(waitedText({ createdAt, endedAt: '2026-11-21T12:01:14.500Z' })).toBe('1 min 14 s');
});
