import { type Uptime, type UptimeWindow, WINDOW_MS } from '@alivemcp/contracts';
import { listCreationTimes, listStateChanges } from '@alivemcp/db';
import { coveragePercent, type StateChange, sumStates, uptimePercent } from '@alivemcp/domain';
import type { Scope, ServiceContext } from '../context.ts';
import { notFound } from '../not-found.ts';

const DAY_MS = 86_400_000;

/** Uptime of a server over a window, with the share that was observed and a row for each UTC day. */
export async function readUptime(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  window: UptimeWindow,
): Promise<Uptime> {
  const { db } = ctx.database;
  const [row] = await listCreationTimes(db, scope.workspaceId, [serverId]);
  if (!row) throw notFound('server');
  const to = ctx.clock.now();
  const from = to - WINDOW_MS[window];
  const createdAt = row.createdAt.getTime();
  const log = await listStateChanges(db, scope.workspaceId, [serverId], new Date(from));
  const changes: StateChange[] = log.map((change) => ({ to: change.to, at: change.at.getTime() }));
  const sums = sumStates(changes, createdAt, from, to);
  return {
    window,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    uptimePercent: uptimePercent(sums),
    coveragePercent: coveragePercent(sums),
    upMs: sums.up,
    degradedMs: sums.degraded,
    downMs: sums.down,
    unknownMs: sums.unknown + sums.pending,
    pausedMs: sums.paused,
    maintenanceMs: sums.maintenance,
    days: utcDays(from, to).map((start) => {
      const day = sumStates(changes, createdAt, Math.max(start, from), Math.min(start + DAY_MS, to));
      return {
        day: new Date(start).toISOString().slice(0, 10),
        uptimePercent: uptimePercent(day),
        downMs: day.down,
        degradedMs: day.degraded,
        coveragePercent: coveragePercent(day),
      };
    }),
  };
}

function utcDays(from: number, to: number): number[] {
  const days: number[] = [];
  for (let start = from - (from % DAY_MS); start < to; start += DAY_MS) days.push(start);
  return days;
}
