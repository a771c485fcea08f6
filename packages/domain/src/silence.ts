import { freshUntil } from './quorum.ts';

/** When a region spoke last, and the word before it where a silence lay between the two. Epoch ms. */
export type LastWords = { checkedAt: number | null; resumedFrom: number | null };

/**
 * When the last word of any region grew old, if one of them is the first to speak again after that: a stretch that nobody watched,
 * and nobody judged while it lasted. Null when there was none.
 */
export function silenceSince(regions: readonly LastWords[], intervalMs: number): number | null {
  const resumed = regions.filter(({ resumedFrom }) => resumedFrom !== null);
  if (resumed.length === 0) return null;
  const brokenAt = Math.min(...resumed.map(({ checkedAt }) => checkedAt ?? Number.POSITIVE_INFINITY));
  const before = regions.map(({ checkedAt, resumedFrom }) => resumedFrom ?? checkedAt ?? 0);
  const grownOld = freshUntil(Math.max(...before), intervalMs);
  return grownOld < brokenAt ? grownOld : null;
}
