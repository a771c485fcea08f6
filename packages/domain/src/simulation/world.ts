import type { Outcome } from '@alivemcp/contracts';

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * What is wrong in a simulated world from `from` up to `to` (ms). `down` and `degraded` are faults of the server as these regions
 * meet them; `unknown` is a prober that cannot trust itself, `silent` one that reports nothing.
 */
export type Fault = { from: number; to: number; regions: boolean[]; kind: 'down' | 'degraded' | 'unknown' | 'silent' };
export type World = { regions: number; days: number; faults: Fault[] };

/** A world with a few faults a day, of seconds to hours, in one region, some or all. Its last hour is without any. */
export function createWorld(random: () => number, days: number): World {
  const regions = 1 + Math.floor(random() * 5);
  const faults = Array.from({ length: Math.floor(random() * 6 * days) }, () => createFault(random, regions, days));
  return { regions, days, faults: faults.sort((a, b) => a.from - b.from) };
}

function createFault(random: () => number, regions: number, days: number): Fault {
  const last = days * DAY - HOUR;
  const from = random() * last;
  const lengthMs = 1000 * 10 ** (random() * 4);
  const share = random();
  const chosen = Array.from({ length: regions }, () => share > 0.6 || random() < share);
  const roll = random();
  const kind = roll < 0.5 ? 'down' : roll < 0.65 ? 'degraded' : roll < 0.85 ? 'unknown' : 'silent';
  return { from, to: Math.min(from + lengthMs, last), regions: chosen, kind };
}

const WORST = ['silent', 'unknown', 'down', 'degraded'] as const;

/** What a probe from a region says at `at`; null when the region says nothing. */
export function look({ faults }: World, region: number, at: number): Outcome | null {
  const here = faults.filter((fault) => fault.from <= at && at < fault.to && fault.regions[region]);
  const worst = WORST.find((kind) => here.some((fault) => fault.kind === kind));
  return worst === 'silent' ? null : (worst ?? 'up');
}

/** The next moment after `at` from which something is wrong that was not before; Infinity when nothing is to come. */
export const nextFault = ({ faults }: World, at: number): number =>
  faults.find((fault) => fault.from > at)?.from ?? Number.POSITIVE_INFINITY;
