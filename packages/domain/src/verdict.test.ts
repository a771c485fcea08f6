import type { Outcome } from '@alivemcp/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegionReport } from './quorum.ts';
import { judgeRegions } from './verdict.ts';

const NOW = 1_000_000_000;
const INTERVAL = 60_000;

function report(region: string, outcome: Outcome | null, agoMs = 1000): RegionReport {
  const at = outcome === null ? null : NOW - agoMs;
  return { region, outcome, posture: 'open', class: null, summary: null, checkedAt: at, runSince: at, runLength: 1 };
}
const judge = (...outcomes: (Outcome | null)[]) =>
  judgeRegions(
    outcomes.map((outcome, i) => report(`r${i}`, outcome)),
    INTERVAL,
    NOW,
  ).kind;

describe('agreement', () => {
  test.each([
    ['one region decides alone', ['down'], 'down'],
    ['one region degraded', ['degraded'], 'degraded'],
    ['one of two failing is an advisory', ['down', 'up'], 'up'],
    ['two of two failing', ['down', 'down'], 'down'],
    ['one of two blind freezes', ['down', null], 'frozen'],
    ['one of three failing is an advisory', ['down', 'up', 'up'], 'up'],
    ['two of three failing is a majority', ['down', 'down', 'up'], 'down'],
    ['two of five failing is no majority', ['down', 'down', 'up', 'up', 'up'], 'degraded'],
    ['two of four failing is no majority', ['down', 'down', 'up', 'up'], 'degraded'],
    ['three of five failing', ['down', 'down', 'down', 'up', 'up'], 'down'],
    ['a majority sees trouble of different kinds', ['down', 'degraded', 'up'], 'degraded'],
    ['nobody sees', [null, null, null], 'unknown'],
    ['a prober that does not know has no vote', ['unknown', 'up', 'up'], 'up'],
  ] as const)('%s', (_, outcomes, expected) => {
    expect(judge(...outcomes)).toBe(expected);
  });
});

test('a report older than two and a half intervals has no vote', () => {
  const stale = report('a', 'down', 2.5 * INTERVAL + 1);
  const fresh = report('b', 'down', 2.5 * INTERVAL);
  expect(judgeRegions([stale], INTERVAL, NOW).kind).toBe('unknown');
  expect(judgeRegions([fresh], INTERVAL, NOW).kind).toBe('down');
});

const outcomes = fc.array(fc.constantFrom<Outcome | null>('up', 'degraded', 'down', 'unknown', null), {
  minLength: 1,
  maxLength: 9,
});

test('never down without a majority of real failures, and never by one of several', () => {
  fc.assert(
    fc.property(outcomes, (all) => {
      if (judge(...all) !== 'down') return;
      const failing = all.filter((outcome) => outcome === 'down').length;
      const sighted = all.filter((outcome) => outcome !== null && outcome !== 'unknown').length;
      expect(failing * 2).toBeGreaterThan(sighted);
      if (all.length >= 2) expect(failing).toBeGreaterThanOrEqual(2);
    }),
  );
});

test('one more failing region never makes the verdict better', () => {
  const rank = { up: 0, degraded: 1, down: 2, frozen: -1, unknown: -1 };
  fc.assert(
    fc.property(outcomes, fc.nat(8), (all, at) => {
      if (all[at] !== 'up') return;
      const worse = all.with(at, 'down');
      expect(rank[judge(...worse)]).toBeGreaterThanOrEqual(rank[judge(...all)]);
    }),
  );
});
