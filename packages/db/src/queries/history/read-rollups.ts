import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { latencyDay, latencyHour, rollup5min } from '../../schema/index.ts';

export type RollupRow = Omit<typeof latencyHour.$inferSelect, 'hour'> & { at: Date };

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
    .where(
      and(
        eq(rollup5min.workspaceId, workspaceId),
        eq(rollup5min.serverId, serverId),
        gte(rollup5min.at, from),
        lt(rollup5min.at, to),
      ),
    )
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
    .where(
      and(
        eq(latencyHour.workspaceId, workspaceId),
        eq(latencyHour.serverId, serverId),
        gte(latencyHour.hour, from),
        lt(latencyHour.hour, to),
      ),
    )
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
    .where(
      and(
        eq(latencyDay.workspaceId, workspaceId),
        eq(latencyDay.serverId, serverId),
        gte(latencyDay.day, from),
        lt(latencyDay.day, to),
      ),
    )
    .orderBy(asc(latencyDay.day));
  return rows.map(({ day, ...row }) => ({ ...row, at: day }));
}
