/** Sparse counts of logarithmic buckets: `buckets[i]` was hit `counts[i]` times. Merging is addition, in SQL as here. */
export type Histogram = { buckets: readonly number[]; counts: readonly number[] };

/** Each bucket is 20 % wider than the one before: a percentile is off by at most 10 %. */
const BUCKET_GROWTH = 1.2;
/** Bucket 0 holds everything up to 1 ms, the last everything from about a minute on. */
const LAST_BUCKET = 61;

/** Bucket of a duration in ms. Its twin in SQL is `queries/history/buckets.ts` in `db`. */
export function bucketOf(ms: number): number {
  if (ms <= 1) return 0;
  return Math.min(LAST_BUCKET, Math.ceil(Math.log(ms) / Math.log(BUCKET_GROWTH)));
}

/** Middle of a bucket in ms: what a duration that fell into it is reported as. */
export function bucketMiddle(bucket: number): number {
  if (bucket === 0) return 1;
  return (BUCKET_GROWTH ** bucket + BUCKET_GROWTH ** (bucket - 1)) / 2;
}

export function mergeHistograms(histograms: Iterable<Histogram>): Histogram {
  const sums = new Map<number, number>();
  for (const { buckets, counts } of histograms) {
    buckets.forEach((bucket, i) => {
      sums.set(bucket, (sums.get(bucket) ?? 0) + (counts[i] ?? 0));
    });
  }
  const sorted = [...sums].sort((a, b) => a[0] - b[0]);
  return { buckets: sorted.map(([bucket]) => bucket), counts: sorted.map(([, count]) => count) };
}

export const countOf = (histogram: Histogram) => histogram.counts.reduce((sum, count) => sum + count, 0);

/** The `share` percentile (0 < share ≤ 1) in whole ms, nearest rank; null of an empty histogram. Buckets are ascending. */
export function percentileMs(histogram: Histogram, share: number): number | null {
  const rank = Math.ceil(countOf(histogram) * share);
  if (rank === 0) return null;
  let seen = 0;
  for (const [i, bucket] of histogram.buckets.entries()) {
    seen += histogram.counts[i] ?? 0;
    if (seen >= rank) return Math.round(bucketMiddle(bucket));
  }
  return null;
}
