import { expect, it } from 'vitest';
import { removalSentence } from './removal-sentence.ts';

it('says of a removed tool whether its word was kept', () => {
  const marked = { markedAt: '2026-10-01T00:00:00.000Z', promisedUntil: '2026-12-30T00:00:00.000Z' };
  expect([
    removalSentence({ verdict: 'unannounced', markedAt: null, afterDays: null, promisedUntil: null }),
    removalSentence({ verdict: 'too_soon', afterDays: 1, ...marked }),
    removalSentence({ verdict: 'kept', afterDays: 91, ...marked }),
  ]).toEqual([
    'went unannounced: it was never seen marked deprecated.',
    'went too soon: 1 day after it was marked deprecated, promised until 2026-12-30.',
    'went as announced: 91 days after it was marked deprecated, promised until 2026-12-30.',
  ]);
});
