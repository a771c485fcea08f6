import type { Region } from '@alivemcp/contracts';
import { expect, test } from 'vitest';
import { doneShare, regionMark, regionNotes } from './region-words.ts';

const WELL: Region = {
  id: 'eu',
  name: 'Dublin',
  seenAt: null,
  probers: 1,
  doubt: null,
  onItsOwn: false,
  waiting: 0,
  dropped: 0,
  lastHour: null,
};
const DOUBT = { class: 'observer.network' as const, summary: 'Our own network failed.', since: '' };

test('the gravest thing is the mark, everything is a note', () => {
  expect(regionMark(WELL).word).toBe('Well');
  expect(regionNotes(WELL)).toEqual([]);
  const region = { ...WELL, doubt: DOUBT, onItsOwn: true, waiting: 1, dropped: 2000 };
  expect(regionMark(region).word).toBe('Doubts itself');
  expect(regionMark({ ...region, doubt: null }).word).toBe('On its own');
  expect(regionMark({ ...region, probers: 0 }).word).toBe('Silent');
  expect(regionNotes(region)).toEqual([
    'Our own network failed. What fails is recorded, and not judged.',
    'It goes by its own clock: nobody tells it what is due.',
    'Waiting on disk for the database: 1 result.',
    'Given up since its probers started: 2,000 results.',
  ]);
});

test('a share is never rounded up to all', () => {
  const work = { skipped: 0, missed: 0, suspect: 0, latenessP50Ms: null, latenessP99Ms: null };
  expect(doneShare({ ...work, due: 10_000, done: 9_999 })).toBe('99.9 %');
  expect(doneShare({ ...work, due: 5, done: 6 })).toBe('100.0 %');
  expect(doneShare({ ...work, due: 0, done: 0 })).toBeNull();
});
