import { FAILURE_CLASS_NAMES, OUTCOMES, PHASE_NAMES, POSTURES, PROBE_REASONS } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latencyBucket, latencyOfBucket } from './buckets.ts';
import { byTime, type Check, keyOf } from './check.ts';
import { packChecks, unpackChecks } from './pack-checks.ts';

const DAY = Date.UTC(2026, 10, 18);
const ms = fc.integer({ min: 0, max: 120_000 });
const tenths = fc.integer({ min: 0, max: 700_000 }).map((value) => value / 10);

const check: fc.Arbitrary<Check> = fc.record({
  scheduledAt: fc.integer({ min: 0, max: 86_399_999 }).map((offset) => new Date(DAY + offset)),
  startedAt: fc.integer({ min: -90_000_000, max: 90_000_000 }).map((offset) => new Date(DAY + offset)),
  reason: fc.constantFrom(...PROBE_REASONS),
  outcome: fc.constantFrom(...OUTCOMES),
  posture: fc.constantFrom(...POSTURES),
  class: fc.option(fc.constantFrom(...FAILURE_CLASS_NAMES)),
  durationMs: ms,
  latencyMs: fc.option(ms),
  phases: fc.array(fc.record({ name: fc.constantFrom(...PHASE_NAMES), ms: tenths, ok: fc.boolean() }), {
    maxLength: 8,
  }),
  protocol: fc.option(
    fc.record({
      version: fc.constantFrom('2025-11-25', '2026-07-28'),
      era: fc.constantFrom('legacy' as const, 'modern' as const),
      transport: fc.constantFrom('streamable-http' as const, 'sse' as const),
    }),
  ),
  toolsHash: fc.option(fc.string()),
  toolsCount: fc.option(fc.nat()),
  attempts: fc.integer({ min: 1, max: 2 }),
  suspect: fc.boolean(),
});
const checks = fc.uniqueArray(check, { selector: keyOf, maxLength: 40 }).map((list) => list.toSorted(byTime));

/** What is left of a check: whole seconds of its start, buckets of its phases and, roughly, of the time after its answer. */
const asKept = (check: Check): Check => {
  const scheduledAt = check.scheduledAt.getTime();
  const startedAfterS = Math.floor((check.startedAt.getTime() - scheduledAt) / 1000);
  const { latencyMs, durationMs } = check;
  const phases = check.phases.map((phase) => ({ ...phase, ms: asBucket(phase.ms) }));
  const closing = latencyBucket(phases.reduce((sum, phase) => sum + (phase.name === 'close' ? phase.ms : 0), 0));
  const measured = latencyBucket(durationMs - (latencyMs ?? 0));
  const after = Math.abs(measured - closing) <= 1 ? closing : measured;
  return {
    ...check,
    startedAt: new Date(scheduledAt + startedAfterS * 1000),
    durationMs: latencyMs === null ? durationMs : latencyMs + Math.round(latencyOfBucket(after)),
    phases,
  };
};
const asBucket = (value: number) => latencyOfBucket(latencyBucket(value));

test('what was packed comes back: time, outcome, class, latency, attempts and contract as they were', () => {
  fc.assert(
    fc.property(checks, (list) => {
      expect(unpackChecks(packChecks(list))).toEqual(list.map(asKept));
    }),
  );
});

test('packing again loses nothing more', () => {
  fc.assert(
    fc.property(checks, (list) => {
      const once = unpackChecks(packChecks(list));
      expect(unpackChecks(packChecks(once))).toEqual(once);
    }),
  );
});

test('the time of a phase is off by at most 10 %, and its bucket not at all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 600_000 }), (value) => {
      const kept = latencyOfBucket(latencyBucket(value / 10));
      expect(Math.abs(kept - value / 10) / (value / 10)).toBeLessThanOrEqual(0.11);
      expect(latencyBucket(kept)).toBe(latencyBucket(value / 10));
    }),
  );
});

test('what is broken is not taken for checks', () => {
  const packed = packChecks([]);
  expect(() => unpackChecks(Buffer.from([9, ...packed.subarray(1)]))).toThrow('unknown format');
  expect(() => unpackChecks(packed.subarray(0, 3))).toThrow();
});
