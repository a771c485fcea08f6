import type { Outcome } from '@alivemcp/contracts';
import { and, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { probeFailure, probeResult } from '../schema/index.ts';
import { keyOf, type ProbeResultRow } from './history/check.ts';
import { dayOf, startOfDay } from './history/day.ts';
import { ofServer } from './history/of-server.ts';
import { findPackedDay, readPackedDay } from './history/packed-days.ts';

export type { ProbeResultRow } from './history/check.ts';
export type ProbeFailureRow = typeof probeFailure.$inferSelect;
export type ProbePosition = { at: Date; region: string; reason: string };
export type ProbeFilter = { regions: string[]; outcome?: Outcome; from?: Date; to?: Date };
export type ProbeSlice = { after: ProbePosition | null; limit: number };
export type LoggedProbe = { result: ProbeResultRow; failure: ProbeFailureRow | null };

/** Results of a server, raw or packed, newest first, each with the exchange kept of its failure. */
export async function listProbeRows(
  db: Db,
  workspaceId: string,
  serverId: string,
  filter: ProbeFilter,
  slice: ProbeSlice,
): Promise<LoggedProbe[]> {
  // Raw first: a result that is packed between the two readings is then found twice, never not at all.
  const raw = await listRaw(db, workspaceId, serverId, filter, slice);
  const rows = await addPacked(db, workspaceId, serverId, filter, slice, raw);
  const failures = await listFailures(db, workspaceId, serverId, rows);
  return rows.map((result) => ({ result, failure: failures.get(idOf(result)) ?? null }));
}

/** Straight from the key's index, however many days there are. */
async function listRaw(
  db: Db,
  workspaceId: string,
  serverId: string,
  { regions, outcome, from, to }: ProbeFilter,
  { after, limit }: ProbeSlice,
): Promise<ProbeResultRow[]> {
  const rows = await db
    .select()
    .from(probeResult)
    .where(
      and(
        ofServer(db, workspaceId, serverId),
        inArray(probeResult.region, regions),
        outcome ? eq(probeResult.outcome, outcome) : undefined,
        from ? gte(probeResult.scheduledAt, from) : undefined,
        to ? lt(probeResult.scheduledAt, to) : undefined,
        after ? isBefore(after) : undefined,
      ),
    )
    .orderBy(desc(probeResult.scheduledAt), sql`${probeResult.region} collate "C" desc`, desc(probeResult.reason))
    .limit(limit);
  return rows.map((row) => withIds(row, workspaceId, serverId));
}

/** Results of one server that belong to a request made at `scheduledAt`. */
export async function listResultsAt(
  db: Db,
  workspaceId: string,
  serverId: string,
  scheduledAt: Date,
): Promise<ProbeResultRow[]> {
  const rows = await db
    .select()
    .from(probeResult)
    .where(and(ofServer(db, workspaceId, serverId), eq(probeResult.scheduledAt, scheduledAt)));
  return rows.map((row) => withIds(row, workspaceId, serverId));
}

const withIds = (
  { serverNumber: _, ...row }: typeof probeResult.$inferSelect,
  workspaceId: string,
  serverId: string,
): ProbeResultRow => ({ ...row, workspaceId, serverId });

/** A reason is written as its first letter. The second condition says nothing new, but an index and the partitions understand it. Packed regions are in this order, too. */
const isBefore = ({ at, region, reason }: ProbePosition) => {
  const instant = sql`${at.toISOString()}::timestamptz`;
  return sql`(${probeResult.scheduledAt}, ${probeResult.region} collate "C", ${probeResult.reason}) < (${instant}, ${region}, ${reason.charAt(0)})
    and ${probeResult.scheduledAt} <= ${instant}`;
};

/** Goes back through packed days until the page is full of what is newer than anything still unread. */
async function addPacked(
  db: Db,
  workspaceId: string,
  serverId: string,
  filter: ProbeFilter,
  { after, limit }: ProbeSlice,
  raw: ProbeResultRow[],
): Promise<ProbeResultRow[]> {
  const { regions, outcome, from, to } = filter;
  const isWanted = (row: ProbeResultRow) =>
    (outcome === undefined || row.outcome === outcome) &&
    (from === undefined || row.scheduledAt >= from) &&
    (to === undefined || row.scheduledAt < to) &&
    (after === null || newestFirst(positionOf(row), after) > 0);
  const fromDay = from && dayOf(from.getTime());
  const ends = [to, after?.at].filter((at) => at !== undefined).map(Number);
  let toDay = ends.length > 0 ? dayOf(Math.min(...ends)) : undefined;
  for (let page = raw; ; ) {
    const day = await findPackedDay(db, workspaceId, serverId, { regions, outcome, fromDay, toDay });
    const last = page[limit - 1];
    if (day === null || (last !== undefined && dayOf(last.scheduledAt.getTime()) > day)) return page;
    const packed = await readPackedDay(db, workspaceId, serverId, day, { regions, outcome });
    page = newestOf([...packed.filter(isWanted), ...page], limit);
    toDay = dayOf(startOfDay(day) - 1);
  }
}

/** Of two results with one identity the later in the list is taken. */
const newestOf = (rows: ProbeResultRow[], limit: number): ProbeResultRow[] =>
  [...new Map(rows.map((row) => [idOf(row), row])).values()]
    .sort((a, b) => newestFirst(positionOf(a), positionOf(b)))
    .slice(0, limit);

const idOf = (row: Pick<ProbeResultRow, 'region' | 'scheduledAt' | 'reason'>) => `${row.region}/${keyOf(row)}`;

const positionOf = ({ scheduledAt, region, reason }: ProbeResultRow): ProbePosition => ({
  at: scheduledAt,
  region,
  reason,
});

const newestFirst = (a: ProbePosition, b: ProbePosition): number =>
  b.at.getTime() - a.at.getTime() || descending(a.region, b.region) || descending(a.reason, b.reason);
const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

async function listFailures(db: Db, workspaceId: string, serverId: string, rows: ProbeResultRow[]) {
  const failed = rows.filter((row) => row.class !== null);
  if (failed.length === 0) return new Map<string, ProbeFailureRow>();
  const times = failed.map((row) => row.scheduledAt.getTime());
  const failures = await db
    .select()
    .from(probeFailure)
    .where(
      and(
        eq(probeFailure.workspaceId, workspaceId),
        eq(probeFailure.serverId, serverId),
        inArray(probeFailure.region, [...new Set(failed.map((row) => row.region))]),
        gte(probeFailure.scheduledAt, new Date(Math.min(...times))),
        lte(probeFailure.scheduledAt, new Date(Math.max(...times))),
      ),
    );
  return new Map(failures.map((failure) => [idOf(failure), failure]));
}
