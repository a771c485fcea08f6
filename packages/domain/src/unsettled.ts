import type { Inconsistency, Unsettled } from '@alivemcp/contracts';
import type { HashReport } from './agreed-hash.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A roll-out shows two lists for a while: what lasts longer, and was seen more often, is told. */
const TELL_AFTER_MS = 10 * MINUTE_MS;
const TELL_AFTER_SIGHTINGS = 3;
/** An odd list that was never told is forgotten after so long, a told one is held to be over. */
const FORGET_AFTER_MS = 6 * HOUR_MS;
const QUIET_MS = 3 * HOUR_MS;
const QUIET_ROUNDS = 15;
/** A region that has said the same so often has a list of its own; fewer is taking turns. */
const STEADY_ROUNDS = 3;
const MAX_LISTS = 8;

/** The memory after one more sighting of a list that is not the baseline. `at` is epoch ms. */
export function noteOddList(
  memory: Unsettled | null,
  { hash, region, at }: { hash: string; region: string; at: number },
): Unsettled {
  const before = memory && (memory.told || at - lastAt(memory) <= FORGET_AFTER_MS) ? memory : null;
  const same = before?.lists.find((list) => list.hash === hash);
  const others = before?.lists.filter((list) => list !== same) ?? [];
  const seen = { hash, regions: [...new Set([...(same?.regions ?? []), region])].sort(), lastAt: at };
  return {
    since: before?.since ?? at,
    sightings: (before?.sightings ?? 0) + 1,
    told: before?.told ?? false,
    lists: [seen, ...others].slice(0, MAX_LISTS),
  };
}

/** Whether several lists have been seen for so long that it is to be told, once. */
export const isInconsistent = (memory: Unsettled, intervalMs: number, now: number): boolean =>
  !memory.told &&
  memory.sightings >= TELL_AFTER_SIGHTINGS &&
  now - memory.since >= Math.max(TELL_AFTER_MS, TELL_AFTER_SIGHTINGS * intervalMs);

/**
 * The one list that is left: the baseline when nothing else was seen for long enough, another when all regions have seen
 * nothing else for fifteen rounds. Null while it is not settled.
 */
export function settledOn(
  memory: Unsettled,
  reports: readonly HashReport[],
  baseline: string,
  { intervalMs, now }: { intervalMs: number; now: number },
): string | null {
  const seen = reports.filter((report) => report.hash !== null);
  const [first] = seen;
  if (!first || seen.some(({ hash }) => hash !== first.hash)) return null;
  if (first.hash !== baseline) return seen.every(({ run }) => run >= QUIET_ROUNDS) ? first.hash : null;
  const quietMs = memory.told ? Math.max(QUIET_MS, QUIET_ROUNDS * intervalMs) : FORGET_AFTER_MS;
  return now - lastAt(memory) >= quietMs ? baseline : null;
}

/** Whether regions have a list of their own each, or lists take turns. */
export function inconsistencyOf(reports: readonly HashReport[]): Exclude<Inconsistency, 'by_client'> {
  const seen = reports.filter((report) => report.hash !== null);
  const apart = new Set(seen.map(({ hash }) => hash)).size > 1;
  return apart && seen.every(({ run }) => run >= STEADY_ROUNDS) ? 'by_region' : 'alternating';
}

/** A list as it once was the baseline; `replacedAt` (epoch ms) is null for the present one. */
export type PastBaseline = { hash: string; replacedAt: number | null };

/**
 * Whether adopting `next` would be the third turn of the same two lists: one way back is a rollback and is told as drift, a
 * second is two versions taking turns. `past` is newest first.
 */
export function isBackAndForth(past: readonly PastBaseline[], next: string, now: number): boolean {
  const [present, before, earlier] = past;
  if (before?.hash !== next || !earlier || earlier.hash !== present?.hash) return false;
  return earlier.replacedAt !== null && now - earlier.replacedAt < FORGET_AFTER_MS;
}

const lastAt = ({ lists, since }: Unsettled): number => Math.max(since, ...lists.map((list) => list.lastAt));
