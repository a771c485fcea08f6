import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Db } from '../../database.ts';
import { latencyDay, latencyHour, rollup5min } from '../../schema/index.ts';

export type RollupRow = Omit<typeof latencyHour.$inferSelect, 'hour'> & { at: Date };

type Rollup = { workspaceId: PgColumn; serverId: PgColumn };
type Span = { workspaceId: string; serverId: string; from: Date; to: Date };

const isWithin = (table: Rollup, at: PgColumn, { workspaceId, serverId, from, to }: Span) =>
  and(eq(table.workspaceId, workspaceId), eq(table.serverId, serverId), gte(at, from), lt(at, to));

/** Five minutes of a server, oldest first: whole probes only. `to` is not in it. */
export async function listFiveMinutes(
  db: Db,
  workspaceId: string,
  serverId: string,
  from: Date,
  to: Date,
): Promise<RollupRow[]> {
  const rows = await db
    .select()
    .from(rollup5min)
    .where(isWithin(rollup5min, rollup5min.at, { workspaceId, serverId, from, to }))
    .orderBy(asc(rollup5min.at));
  return rows.map((row) => ({ ...row, phase: 'total' }));
}

/** Hours of a server by phase, oldest first. */
export async function listHours(
  db: Db,
  workspaceId: string,
  serverId: string,
  from: Date,
  to: Date,
): Promise<RollupRow[]> {
  const rows = await db
    .select()
    .from(latencyHour)
    .where(isWithin(latencyHour, latencyHour.hour, { workspaceId, serverId, from, to }))
    .orderBy(asc(latencyHour.hour));
  return rows.map(({ hour, ...row }) => ({ ...row, at: hour }));
}

/** UTC days of a server by phase, oldest first. */
export async function listDays(
  db: Db,
  workspaceId: string,
  serverId: string,
  from: Date,
  to: Date,
): Promise<RollupRow[]> {
  const rows = await db
    .select()
    .from(latencyDay)
    .where(isWithin(latencyDay, latencyDay.day, { workspaceId, serverId, from, to }))
    .orderBy(asc(latencyDay.day));
  return rows.map(({ day, ...row }) => ({ ...row, at: day }));
}
