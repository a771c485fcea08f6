/** What one region last saw of a content, and in how many probes in a row. */
export type HashReport = { hash: string | null; run: number };

const CONFIRMED_ROUNDS = 2;

/**
 * The content that the regions agree on: seen by a strict majority of those that have seen one, or twice in a row by a
 * single region. Null while they do not agree: one stale edge, or two versions behind a balancer, is not yet drift.
 */
export function agreedHash(reports: readonly HashReport[]): string | null {
  const seen = reports.filter((report): report is { hash: string; run: number } => report.hash !== null);
  const [only] = seen;
  if (seen.length === 1 && only) return only.run >= CONFIRMED_ROUNDS ? only.hash : null;
  const votes = new Map<string, number>();
  for (const { hash } of seen) votes.set(hash, (votes.get(hash) ?? 0) + 1);
  for (const [hash, count] of votes) if (count * 2 > seen.length) return hash;
  return null;
}
