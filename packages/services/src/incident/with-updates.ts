import type { Incident } from '@alivemcp/contracts';
import { type Db, type IncidentRow, listIncidentUpdates } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { toIncident } from './to-incident.ts';

/** Completes incidents of one workspace, in their order, with one query for all their updates. */
export async function withUpdates(
  db: Db,
  ctx: Pick<ServiceContext, 'clock'>,
  workspaceId: string,
  rows: IncidentRow[],
): Promise<Incident[]> {
  const updates = await listIncidentUpdates(
    db,
    workspaceId,
    rows.map((row) => row.id),
  );
  const ofIncident = Map.groupBy(updates, (update) => update.incidentId);
  const now = ctx.clock.now();
  return rows.map((row) => toIncident(row, ofIncident.get(row.id) ?? [], now));
}
