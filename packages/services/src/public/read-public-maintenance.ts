import { cleanLine, cleanText, type PublicMaintenance } from '@alivemcp/contracts';
import { listAnnounced, listMaintenanceRows, listMaintenanceServers, type MaintenanceRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import type { ShownServer } from './read-public-incidents.ts';

const OVER_WITHIN_MS = 14 * 86_400_000;
const MAX_ANNOUNCED = 20;
const MAX_LOOKED_AT = 100;

type Window = { startsAt: Date; endsAt: Date };

/** Announced work on these servers for strangers: what runs or comes, soonest first. */
export async function readAnnounced(
  ctx: ServiceContext,
  workspaceId: string,
  servers: ShownServer[],
): Promise<PublicMaintenance[]> {
  const ids = servers.map(({ id }) => id);
  const rows = await listAnnounced(ctx.database.db, workspaceId, ids, MAX_ANNOUNCED);
  return toPublic(ctx, workspaceId, rows, servers);
}

/**
 * The same, and behind it what was over in the last 14 days, newest first. Past windows of a rule are not on record, and one
 * that was ended early is over when it was to end.
 */
export async function readPublicMaintenance(
  ctx: ServiceContext,
  workspaceId: string,
  servers: ShownServer[],
): Promise<PublicMaintenance[]> {
  const { db } = ctx.database;
  const now = ctx.clock.now();
  const ids = servers.map(({ id }) => id);
  const [announced, latest] = await Promise.all([
    listAnnounced(db, workspaceId, ids, MAX_ANNOUNCED),
    listMaintenanceRows(db, workspaceId, { after: null, limit: MAX_LOOKED_AT }),
  ]);
  const over = latest
    .filter(({ nextStartsAt, rrule }) => nextStartsAt === null && rrule === null)
    .filter(({ endsAt }) => endsAt.getTime() <= now && endsAt.getTime() > now - OVER_WITHIN_MS)
    .sort((a, b) => b.endsAt.getTime() - a.endsAt.getTime());
  return toPublic(ctx, workspaceId, [...announced, ...over], servers);
}

async function toPublic(
  ctx: ServiceContext,
  workspaceId: string,
  rows: MaintenanceRow[],
  servers: ShownServer[],
): Promise<PublicMaintenance[]> {
  const places = await listMaintenanceServers(
    ctx.database.db,
    workspaceId,
    rows.map(({ id }) => id),
  );
  const placesOf = Map.groupBy(places, (place) => place.maintenanceId);
  return rows.flatMap((row) => {
    const on = new Set(placesOf.get(row.id)?.map(({ serverId }) => serverId));
    const shown = servers.filter(({ id }) => on.has(id)).map(({ id, shownName }) => ({ id, name: shownName }));
    return shown.length === 0 ? [] : [{ ...toPublicMaintenance(row), servers: shown }];
  });
}

function toPublicMaintenance(row: MaintenanceRow): Omit<PublicMaintenance, 'servers'> {
  const { startsAt, endsAt }: Window =
    row.nextStartsAt && row.nextEndsAt ? { startsAt: row.nextStartsAt, endsAt: row.nextEndsAt } : row;
  return {
    id: row.id,
    title: cleanLine(row.title),
    description: cleanText(row.description),
    state: row.nextStartsAt === null ? 'completed' : row.active ? 'in_progress' : 'scheduled',
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
