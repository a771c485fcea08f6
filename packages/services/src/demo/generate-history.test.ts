import { FAILURE_CLASSES } from '@alivemcp/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateHistory } from './generate-history.ts';
import { PAST_CHARACTERS } from './past-characters.ts';

const DAY_MS = 86_400_000;
const TO = Date.parse('2026-11-02T10:00:00.000Z');
const FROM = TO - 90 * DAY_MS;

const history = fc
  .record({ index: fc.nat(20), to: fc.integer({ min: FROM, max: TO }), days: fc.integer({ min: 1, max: 400 }) })
  .map(({ index, to, days }) => ({ from: to - days * DAY_MS, to, ...generateHistory(index, to - days * DAY_MS, to) }));

describe('the generated history', () => {
  it('begins at the registration, has no gap, and is over and well before now', () => {
    fc.assert(
      fc.property(history, ({ changes, from, to }) => {
        expect(changes[0]).toEqual({ from: 'pending', to: 'up', at: from, class: null });
        for (const [i, change] of changes.slice(1).entries()) {
          const before = changes[i];
          expect(change.from).toBe(before?.to);
          expect(change.at).toBeGreaterThan(before?.at ?? to);
          expect(Number.isInteger(change.at)).toBe(true);
        }
        const last = changes.at(-1);
        expect(last?.to).toBe('up');
        expect(last?.at).toBeLessThan(to);
      }),
    );
  });

  it('fails only in ways that make a server down or degraded, as the class has it', () => {
    fc.assert(
      fc.property(history, ({ failures }) => {
        for (const failure of failures) expect(FAILURE_CLASSES[failure.class].effect).toBe(failure.kind);
      }),
    );
  });

  it('is the same each time and another for each server', () => {
    const all = PAST_CHARACTERS.map((_, index) => generateHistory(index, FROM, TO));
    expect(PAST_CHARACTERS.map((_, index) => generateHistory(index, FROM, TO))).toEqual(all);
    expect(all.map(({ failures }) => failures.length)).toEqual(PAST_CHARACTERS.map(({ failures }) => failures));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(all.length);
  });
});
