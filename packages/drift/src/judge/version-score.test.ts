import { DRIFT_CLASSES, VERSION_VERDICTS } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { versionScore } from './version-score.ts';

test('nothing seen, nothing said', () => {
  expect(versionScore([])).toEqual({
    share: null,
    judged: 0,
    counts: { honest: 0, understated: 0, overstated: 0, unversioned: 0 },
  });
});

test('only what could have been a lie is in the share', () => {
  expect(
    versionScore([
      { class: 'breaking', versionVerdict: 'understated' },
      { class: 'additive', versionVerdict: 'honest' },
      { class: 'behavioural', versionVerdict: 'honest' },
      { class: 'additive', versionVerdict: 'overstated' },
      { class: 'cosmetic', versionVerdict: 'honest' },
      { class: 'breaking', versionVerdict: 'unversioned' },
    ]),
  ).toEqual({ share: 0.5, judged: 4, counts: { honest: 3, understated: 1, overstated: 1, unversioned: 1 } });
});

test('the share is a share, the counts are of all, the order does not matter', () => {
  const history = fc.array(
    fc.record({ class: fc.constantFrom(...DRIFT_CLASSES), versionVerdict: fc.constantFrom(...VERSION_VERDICTS) }),
  );
  fc.assert(
    fc.property(history, (drifts) => {
      const score = versionScore(drifts);
      expect(Object.values(score.counts).reduce((a, b) => a + b)).toBe(drifts.length);
      expect(score.share === null).toBe(score.judged === 0);
      expect((score.share ?? 0) * score.judged).toBeLessThanOrEqual(score.counts.honest + 1e-9);
      expect(versionScore(drifts.toReversed())).toEqual(score);
    }),
  );
});
