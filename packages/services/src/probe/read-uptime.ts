import { type Uptime, type UptimeWindow, WINDOW_MS } from '@alivemcp/contracts';
import { listCreationTimes } from '@alivemcp/db';
import { coveragePercent, sumStates, uptimePercent } from '@alivemcp/domain';
import type { Scope, ServiceContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import { readStateLog } from './read-state-log.ts';
import { uptimeDays, utcDays } from './uptime-days.ts';

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
  const changes = (await readStateLog(ctx, scope.workspaceId, [serverId], from)).get(serverId) ?? [];
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
    days: uptimeDays(utcDays(from, to), changes, createdAt, from, to),
  };
}
