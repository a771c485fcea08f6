import { type Db, listMaintenanceServers, type MaintenanceRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';

const MAX_NAMED = 20;

/** Tells that the present window of a maintenance begins or ends; once for all its servers. */
export async function tellMaintenance(
  tx: Db,
  ctx: ServiceContext,
  row: MaintenanceRow,
  what: 'started' | 'ended',
): Promise<void> {
  const { workspaceId, id, title } = row;
  const now = ctx.clock.now();
  const startsAt = row.nextStartsAt ?? row.startsAt;
  const servers = await listMaintenanceServers(tx, workspaceId, [id]);
  await emitEvent(tx, ctx, {
    type: `maintenance.${what}`,
    at: now,
    data: {
      workspaceId,
      server: null,
      sequence: 0,
      dedupKey: `${id}:${startsAt.getTime()}`,
      summary: what === 'started' ? `Maintenance has begun: ${title}` : `Maintenance is over: ${title}`,
      maintenance: {
        id,
        title,
        startsAt: startsAt.toISOString(),
        endsAt: (row.nextEndsAt ?? row.endsAt).toISOString(),
        servers: servers.slice(0, MAX_NAMED).map(({ serverId, name }) => ({ id: serverId, name })),
        serverCount: servers.length,
      },
      links: { maintenance: `${ctx.publicUrl}/api/v1/maintenance/${id}` },
    },
  });
}
