import { SENSITIVITIES } from '@alivemcp/contracts';
import { describe, expect, test } from 'vitest';
import { sumStates } from '../uptime.ts';
import { seeded } from './random.ts';
import { type Seen, watchServer } from './watch-server.ts';
import { createWorld, DAY, MINUTE, type World } from './world.ts';

const SERVERS = 400;
const DAYS = 10;

type Life = { world: World; seen: Seen[]; seed: number };

/** 4,000 server-days of each sensitivity, 12,000 in all: each fault, region count and phase from its seed. */
function* lives(sensitivity: (typeof SENSITIVITIES)[number]): Generator<Life> {
  for (let seed = 1; seed <= SERVERS; seed++) {
    const random = seeded(seed);
    const world = createWorld(random, DAYS);
    yield { world, seed, seen: watchServer(world, Math.floor(random() * MINUTE), sensitivity) };
  }
}

/** Regions that had something to say, and said it lately. */
const sightedOf = ({ reports, decidedAt }: Seen) =>
  reports.filter(
    ({ outcome, checkedAt }) =>
      outcome !== null && outcome !== 'unknown' && decidedAt - (checkedAt ?? 0) <= 2.5 * MINUTE,
  );

const wasDown = ({ faults }: World, region: number, at: number): boolean =>
  faults.some(({ kind, regions, from, to }) => kind === 'down' && regions[region] && from <= at && at < to);

describe.each(SENSITIVITIES)('%s, 4,000 server-days', (sensitivity) => {
  const all = [...lives(sensitivity)];

  test('a world full of faults: hundreds of outages', () => {
    const outages = all.flatMap(({ seen }) => seen.filter(({ to }) => to === 'down'));
    expect(outages.length).toBeGreaterThan(500);
  });

  test('no DOWN without a quorum of regions that really saw it down, the last time they looked', () => {
    for (const { world, seen, seed } of all) {
      for (const change of seen) {
        if (change.to !== 'down') continue;
        const sighted = sightedOf(change);
        const really = sighted.filter(
          ({ region, outcome, checkedAt }) =>
            outcome === 'down' && wasDown(world, Number(region.slice(1)), checkedAt ?? 0),
        );
        expect(really.length, `seed ${seed}`).toBeGreaterThan(sighted.length / 2);
        expect(really.length, `seed ${seed}`).toBeGreaterThanOrEqual(Math.min(2, world.regions));
      }
    }
  });

  test('one seeing region of several changes nothing, for better or worse', () => {
    for (const { world, seen, seed } of all) {
      for (const change of seen) {
        if (change.to === 'unknown') continue;
        expect(sightedOf(change).length, `seed ${seed}`).toBeGreaterThanOrEqual(Math.min(2, world.regions));
      }
    }
  });

  test('changes follow each other: each from where the last one led, none before it, none to itself, none into the future', () => {
    for (const { seen, seed } of all) {
      for (const [i, { from, to, at, decidedAt }] of seen.entries()) {
        const before = seen[i - 1];
        expect(from, `seed ${seed}`).toBe(before?.to ?? 'pending');
        expect(to, `seed ${seed}`).not.toBe(from);
        expect(at, `seed ${seed}`).toBeGreaterThanOrEqual(before?.at ?? 0);
        expect(at, `seed ${seed}`).toBeLessThanOrEqual(decidedAt);
      }
    }
  });

  test('every down gets an up: after an hour without faults everything is up', () => {
    for (const { seen, seed } of all) expect(seen.at(-1)?.to, `seed ${seed}`).toBe('up');
  });

  test('the time in all states is the time of the window, whatever the window', () => {
    for (const { seen, seed } of all) {
      const random = seeded(seed);
      const [a, b] = [random() * DAYS * DAY, random() * DAYS * DAY].sort((x, y) => x - y) as [number, number];
      const sums = Object.values(sumStates(seen, 0, a, b)).reduce((x, y) => x + y, 0);
      expect(sums, `seed ${seed}`).toBeCloseTo(b - a, 3);
    }
  });

  test('a region that knows nothing of itself changes nothing: where it goes blind instead of failing, nothing gets worse', () => {
    for (const { world, seed } of all.slice(0, 100)) {
      const blind: World = {
        ...world,
        faults: world.faults.map((fault) => ({ ...fault, kind: 'unknown' as const })),
      };
      const worse = watchServer(blind, 0, sensitivity).filter(({ to }) => to === 'down' || to === 'degraded');
      expect(worse, `seed ${seed}`).toEqual([]);
    }
  });
});

test('an outage is seen: a fault of all regions that lasts ten minutes is down, from its first failing round', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = seeded(seed);
    const regions = 1 + Math.floor(random() * 5);
    const from = (100 + random() * 1000) * MINUTE;
    const fault = { from, to: from + 10 * MINUTE, regions: Array(regions).fill(true), kind: 'down' as const };
    const [, down, up] = watchServer({ regions, days: 1, faults: [fault] }, Math.floor(random() * MINUTE));
    expect(down, `seed ${seed}`).toMatchObject({ from: 'up', to: 'down' });
    expect((down?.at ?? 0) - from).toBeLessThanOrEqual(MINUTE);
    // A fault that begins between the regions of one round is first seen by the last of them alone.
    expect((down?.decidedAt ?? 0) - from).toBeLessThanOrEqual(MINUTE + 10_000);
    expect(up?.to).toBe('up');
    expect((up?.at ?? 0) - fault.to).toBeLessThanOrEqual(MINUTE + 5000);
  }
});
