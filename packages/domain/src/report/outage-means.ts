/** An incident of a server that was down; epoch ms. */
export type Outage = { openedAt: number; detectedAt: number; resolvedAt: number | null };

export type OutageMeans = {
  count: number;
  resolved: number;
  /** Mean time to recovery, of those that are over. */
  mttrMs: number | null;
  /** Mean time between failures: good time for each outage. */
  mtbfMs: number | null;
  /** Mean time from the first failing probe to the verdict. */
  detectMs: number | null;
};

/** Means over the outages of a time in which a server was good (up or degraded) for `goodMs`; null of none, whole ms. */
export function outageMeans(outages: readonly Outage[], goodMs: number): OutageMeans {
  const lengths = outages.flatMap(({ openedAt, resolvedAt }) => (resolvedAt === null ? [] : [resolvedAt - openedAt]));
  return {
    count: outages.length,
    resolved: lengths.length,
    mttrMs: mean(lengths),
    mtbfMs: outages.length > 0 ? Math.round(goodMs / outages.length) : null,
    detectMs: mean(outages.map(({ openedAt, detectedAt }) => detectedAt - openedAt)),
  };
}

const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) : null;
