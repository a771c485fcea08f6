import type { Outcome, Sensitivity, ServerStatus } from '@alivemcp/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegionReport } from './quorum.ts';
import { judgeServer, type ServerMemory } from './server-machine.ts';

const INTERVAL = 60_000;
const T0 = 1_000_000_000;

type Seen = { outcome: Outcome | null; at: number; since: number; run: number };
const toReport = (seen: Seen, i: number): RegionReport => ({
  region: `r${i}`,
  outcome: seen.outcome,
  posture: 'open',
  class: seen.outcome === 'down' ? 'tcp.refused' : null,
  summary: seen.outcome === 'down' ? 'refused' : null,
  checkedAt: seen.outcome === null ? null : seen.at,
  runSince: seen.outcome === null ? null : seen.since,
  runLength: seen.run,
});
const judge = (memory: Partial<ServerMemory>, seen: Seen[], now = T0, sensitivity: Sensitivity = 'balanced') =>
  judgeServer(
    { status: 'up', since: 0, confirmingSince: null, ...memory },
    seen.map(toReport),
    { intervalMs: INTERVAL, sensitivity },
    now,
  );
const down = (at: number, since = at, run = 1): Seen => ({ outcome: 'down', at, since, run });
const up = (at: number, since = at, run = 1): Seen => ({ outcome: 'up', at, since, run });

describe('one region', () => {
  test('the first failure asks for a confirmation round and changes nothing', () => {
    const { confirmation, transition } = judge({}, [down(T0)]);
    expect(confirmation).toBe('start');
    expect(transition).toBeNull();
  });

  test('a failure seen again since the round began is down, from its first failing probe', () => {
    const { transition, cause } = judge({ confirmingSince: T0 }, [down(T0 + 2000, T0 - 500, 2)], T0 + 2500);
    expect(transition).toEqual({ to: 'down', at: T0 - 500 });
    expect(cause).toEqual({ class: 'tcp.refused', summary: 'refused' });
  });

  test('a success ends the confirmation round', () => {
    expect(judge({ confirmingSince: T0 }, [up(T0 + 2000)], T0 + 2500)).toMatchObject({
      transition: null,
      confirmation: 'none',
    });
  });

  test('one good probe does not end an outage, the second does, from the first', () => {
    const outage = { status: 'down', since: T0 - 600_000 } as const;
    expect(judge(outage, [up(T0)]).transition).toBeNull();
    expect(judge(outage, [up(T0 + 60_000, T0, 2)], T0 + 60_000).transition).toEqual({ to: 'up', at: T0 });
  });

  test('silence is unknown from the moment the last word grew old', () => {
    const { transition } = judge({}, [up(T0)], T0 + 200_000);
    expect(transition).toEqual({ to: 'unknown', at: T0 + 150_000 });
  });
});

describe('sensitivity', () => {
  test('fast believes at first sight, worse and better', () => {
    expect(judge({}, [down(T0)], T0, 'fast').transition).toEqual({ to: 'down', at: T0 });
    const outage = { status: 'down', since: T0 - 600_000 } as const;
    expect(judge(outage, [up(T0)], T0, 'fast').transition).toEqual({ to: 'up', at: T0 });
  });

  test('fast still wants the majority', () => {
    expect(judge({}, [down(T0), up(T0), up(T0)], T0, 'fast').transition).toBeNull();
  });

  test('calm waits for four failing rounds in a row, and dates the outage to the first', () => {
    const round = (run: number) =>
      judge({ confirmingSince: T0 - 180_000 }, [down(T0, T0 - (run - 1) * INTERVAL, run)], T0, 'calm');
    expect(round(3)).toMatchObject({ transition: null, confirmation: 'wait' });
    expect(round(4).transition).toEqual({ to: 'down', at: T0 - 3 * INTERVAL });
  });

  test('calm waits for three good rounds', () => {
    const round = (run: number) =>
      judge({ status: 'down', since: T0 - 600_000 }, [up(T0, T0 - (run - 1) * INTERVAL, run)], T0, 'calm').transition;
    expect(round(2)).toBeNull();
    expect(round(3)).toEqual({ to: 'up', at: T0 - 2 * INTERVAL });
  });
});

describe('a server that falls short', () => {
  const slow = { class: 'latency.over_budget', summary: 'Too slow.' } as const;
  const rules = { intervalMs: INTERVAL, sensitivity: 'balanced' } as const;
  const ask = (memory: Partial<ServerMemory>, seen: Seen[], shortfall: typeof slow | null) =>
    judgeServer({ status: 'up', since: 0, confirmingSince: null, ...memory }, seen.map(toReport), rules, T0, shortfall);

  test('is degraded after a confirmation, for the reason it falls short', () => {
    expect(ask({}, [up(T0)], slow).confirmation).toBe('start');
    const { transition, cause } = ask({ confirmingSince: T0 - 1 }, [up(T0, T0, 1)], slow);
    expect(transition).toEqual({ to: 'degraded', at: T0 });
    expect(cause).toEqual(slow);
  });

  test('is up again as soon as it does not', () => {
    expect(ask({ status: 'degraded' }, [up(T0, T0 - INTERVAL, 2)], slow).transition).toBeNull();
    expect(ask({ status: 'degraded' }, [up(T0, T0 - INTERVAL, 2)], null).transition?.to).toBe('up');
  });

  test('is down where it is down', () => {
    expect(ask({ confirmingSince: T0 - 1 }, [down(T0)], slow)).toMatchObject({
      transition: { to: 'down' },
      cause: { class: 'tcp.refused' },
    });
  });
});

test('a pending server is up at its first good sight', () => {
  expect(judge({ status: 'pending', since: T0 - 5000 }, [up(T0)]).transition).toEqual({ to: 'up', at: T0 });
});

test('a long regional failure does not date an outage back', () => {
  const hour = 3_600_000;
  const seen = [down(T0 + 10, T0 - hour, 60), down(T0 + 20, T0 - 1000, 2), up(T0 + 5, T0 - hour, 60)];
  const { transition } = judge({ confirmingSince: T0 }, seen, T0 + 100);
  expect(transition).toEqual({ to: 'down', at: T0 - 1000 });
});

test('too few seeing regions freeze the state', () => {
  const blind: Seen = { outcome: null, at: 0, since: 0, run: 0 };
  for (const status of ['up', 'down', 'degraded', 'pending'] as const) {
    expect(judge({ status }, [down(T0), blind, blind]).transition).toBeNull();
  }
});

test('a verdict never moves a paused server', () => {
  expect(judge({ status: 'paused' }, [down(T0, T0, 9)])).toMatchObject({ transition: null, confirmation: 'none' });
});

const anySeen = fc.record({
  outcome: fc.constantFrom<Outcome | null>('up', 'degraded', 'down', 'unknown', null),
  ageMs: fc.nat(200_000),
  run: fc.integer({ min: 1, max: 5 }),
});
const anyMemory = fc.record({
  status: fc.constantFrom<ServerStatus>('up', 'degraded', 'down', 'unknown', 'pending', 'paused'),
  confirming: fc.boolean(),
});

test('whatever the regions say: no step to the same state, none before the present one began, none into the future', () => {
  fc.assert(
    fc.property(anyMemory, fc.array(anySeen, { minLength: 1, maxLength: 7 }), ({ status, confirming }, regions) => {
      const since = T0 - 100_000;
      const seen = regions.map(({ outcome, ageMs, run }) => ({
        outcome,
        at: T0 - ageMs,
        since: T0 - ageMs - (run - 1) * INTERVAL,
        run,
      }));
      const { transition, verdict } = judge({ status, since, confirmingSince: confirming ? T0 - 30_000 : null }, seen);
      if (!transition) return;
      expect(transition.to).not.toBe(status);
      expect(transition.at).toBeGreaterThanOrEqual(since);
      expect(transition.at).toBeLessThanOrEqual(T0);
      if (transition.to === 'down') {
        expect(verdict.kind).toBe('down');
        expect(confirming).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each(['balanced', 'calm'] as const)('%s: worse news always needs a second look', (sensitivity) => {
  fc.assert(
    fc.property(fc.array(anySeen, { minLength: 1, maxLength: 7 }), (regions) => {
      const seen = regions.map(({ outcome, ageMs, run }) => ({ outcome, at: T0 - ageMs, since: T0 - ageMs, run }));
      const { transition } = judge({ status: 'up', confirmingSince: null }, seen, T0, sensitivity);
      expect(transition === null || transition.to === 'unknown').toBe(true);
    }),
  );
});
