import { type SQL, sql } from 'drizzle-orm';

/** The buckets of `domain/histogram`, which this package may not import; a test of `services` holds them against each other. */
const GROWTH = 1.2;
const LAST = 61;

export const latencyBucket = (ms: number): number =>
  ms <= 1 ? 0 : Math.min(LAST, Math.ceil(Math.log(ms) / Math.log(GROWTH)));

/** Middle of a bucket, to a tenth of a ms. */
export const latencyOfBucket = (bucket: number): number =>
  bucket === 0 ? 1 : Math.round(((GROWTH ** bucket + GROWTH ** (bucket - 1)) / 2) * 10) / 10;

/** The same as an expression of PostgreSQL. */
export const latencyBucketSql = (ms: SQL): SQL =>
  sql`(case when ${ms} <= 1 then 0 else least(${sql.raw(String(LAST))}, ceil(ln(${ms}) / ln(${sql.raw(String(GROWTH))}::float8))) end)::smallint`;
