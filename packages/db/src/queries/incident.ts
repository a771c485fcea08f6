import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { incident, incidentUpdate, server, serverState } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export type IncidentRow = typeof incident.$inferSelect;
export type IncidentUpdateRow = typeof incidentUpdate.$inferSelect;

const isIncident = (workspaceId: string, id: string) => and(eq(incident.workspaceId, workspaceId), eq(incident.id, id));

export async function insertIncident(tx: Db, row: typeof incident.$inferInsert): Promise<IncidentRow | null> {
  const [stored] = await tx.insert(incident).values(row).onConflictDoNothing().returning();
  return stored ?? null;
}

export async function findIncident(db: Db, workspaceId: string, id: string): Promise<IncidentRow | null> {
  const [row] = await db.select().from(incident).where(isIncident(workspaceId, id));
  return row ?? null;
}

const incidentAndServer = (db: Db) =>
  db
    .select({ incident, server, state: serverState })
    .from(incident)
    .innerJoin(server, and(eq(server.workspaceId, incident.workspaceId), eq(server.id, incident.serverId)))
    .innerJoin(
      serverState,
      and(eq(serverState.workspaceId, incident.workspaceId), eq(serverState.serverId, incident.serverId)),
    );

/** An incident under its row lock, with the server it is about. */
export async function lockIncident(tx: Db, workspaceId: string, id: string) {
  const [row] = await incidentAndServer(tx).where(isIncident(workspaceId, id)).for('update', { of: incident });
  return row ?? null;
}

/** The same of an open one that nobody has acknowledged; null when it is not, or when somebody else has it. */
export async function lockUnacknowledged(tx: Db, workspaceId: string, id: string) {
  const [row] = await incidentAndServer(tx)
    .where(and(isIncident(workspaceId, id), isNull(incident.resolvedAt), isNull(incident.acknowledgedAt)))
    .for('update', { of: incident, skipLocked: true });
  return row ?? null;
}

export async function listIncidentRows(
  db: Db,
  workspaceId: string,
  filter: { serverId?: string; state?: 'open' | 'resolved' },
  slice: Slice,
): Promise<IncidentRow[]> {
  const { serverId, state } = filter;
  return db
    .select()
    .from(incident)
    .where(
      and(
        eq(incident.workspaceId, workspaceId),
        serverId ? eq(incident.serverId, serverId) : undefined,
        state === 'open' ? isNull(incident.resolvedAt) : undefined,
        state === 'resolved' ? isNotNull(incident.resolvedAt) : undefined,
        isBehind(incident.openedAt, incident.id, slice.after),
      ),
    )
    .orderBy(desc(incident.openedAt), desc(incident.id))
    .limit(slice.limit);
}

/** Updates of several incidents, newest first. */
export async function listIncidentUpdates(
  db: Db,
  workspaceId: string,
  incidentIds: string[],
): Promise<IncidentUpdateRow[]> {
  if (incidentIds.length === 0) return [];
  return db
    .select()
    .from(incidentUpdate)
    .where(and(eq(incidentUpdate.workspaceId, workspaceId), inArray(incidentUpdate.incidentId, incidentIds)))
    .orderBy(desc(incidentUpdate.at), desc(incidentUpdate.id));
}

/** Returns the incident as it is now. The caller holds its lock. */
export async function updateIncidentRow(
  tx: Db,
  workspaceId: string,
  id: string,
  patch: Partial<typeof incident.$inferInsert>,
): Promise<IncidentRow | null> {
  const [row] = await tx.update(incident).set(patch).where(isIncident(workspaceId, id)).returning();
  return row ?? null;
}
