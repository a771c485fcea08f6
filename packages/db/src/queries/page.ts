import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** A place in a list that is ordered by time and then by id, newest first. */
export type Position = { at: Date; id: string };

/** At most `limit` rows that follow `after`; null starts at the newest. */
export type Slice = { after: Position | null; limit: number };

/** The rows of a list, newest first, that come behind a position. */
export const isBehind = (at: AnyColumn, id: AnyColumn, after: Position | null): SQL | undefined =>
  after === null ? undefined : sql`(${at}, ${id}) < (${after.at.toISOString()}::timestamptz, ${after.id})`;
