import type { Maintenance } from '@alivemcp/contracts';
import { type Db, listMaintenanceServers, type MaintenanceRow } from '@alivemcp/db';

/** Maintenances as the API shows them, in their order. */
export async function toMaintenances(db: Db, workspaceId: string, rows: MaintenanceRow[]): Promise<Maintenance[]> {
  const places = await listMaintenanceServers(
    db,
    workspaceId,
    rows.map(({ id }) => id),
  );
  const serversOf = Map.groupBy(places, (place) => place.maintenanceId);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    description: row.description,
    serverIds: (serversOf.get(row.id) ?? []).map(({ serverId }) => serverId),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    rrule: row.rrule,
    timeZone: row.timeZone,
    active: row.active,
    window: toWindow(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

const toWindow = ({ nextStartsAt, nextEndsAt }: MaintenanceRow): Maintenance['window'] =>
  nextStartsAt && nextEndsAt ? { startsAt: nextStartsAt.toISOString(), endsAt: nextEndsAt.toISOString() } : null;
