import { and, count, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { gate, server } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export type GateRow = typeof gate.$inferSelect;
export type { GateSighting } from '../schema/gate.ts';

const isOne = (workspaceId: string, id: string) => and(eq(gate.workspaceId, workspaceId), eq(gate.id, id));

export async function insertGate(tx: Db, row: typeof gate.$inferInsert): Promise<void> {
  await tx.insert(gate).values(row);
}

/** How many gates wait for a server. The caller holds its lock, so that two cannot both take the last place. */
export async function countWaitingGates(tx: Db, workspaceId: string, serverId: string): Promise<number> {
  const [row] = await tx
    .select({ waiting: count() })
    .from(gate)
    .where(and(eq(gate.workspaceId, workspaceId), eq(gate.serverId, serverId), eq(gate.state, 'waiting')));
  return row?.waiting ?? 0;
}

export async function findGate(db: Db, workspaceId: string, id: string): Promise<GateRow | null> {
  const [row] = await db.select().from(gate).where(isOne(workspaceId, id));
  return row ?? null;
}

/** Newest first. */
export async function listGateRows(
  db: Db,
  workspaceId: string,
  { serverId }: { serverId?: string | undefined },
  slice: Slice,
): Promise<GateRow[]> {
  return db
    .select()
    .from(gate)
    .where(
      and(
        eq(gate.workspaceId, workspaceId),
        serverId === undefined ? undefined : eq(gate.serverId, serverId),
        isBehind(gate.createdAt, gate.id, slice.after),
      ),
    )
    .orderBy(desc(gate.createdAt), desc(gate.id))
    .limit(slice.limit);
}

/** All that wait, of all workspaces. */
export async function listWaitingGates(db: Db): Promise<GateRow[]> {
  return db.select().from(gate).where(eq(gate.state, 'waiting'));
}

/** A waiting gate under its row lock, with its server; null when it has ended, or somebody else turns it. */
export async function lockWaitingGate(tx: Db, workspaceId: string, id: string) {
  const [row] = await tx
    .select({ gate, server })
    .from(gate)
    .innerJoin(server, and(eq(server.workspaceId, gate.workspaceId), eq(server.id, gate.serverId)))
    .where(and(isOne(workspaceId, id), eq(gate.state, 'waiting')))
    .for('update', { of: gate, skipLocked: true });
  return row ?? null;
}

export async function updateGate(
  tx: Db,
  workspaceId: string,
  id: string,
  patch: Partial<typeof gate.$inferInsert>,
): Promise<void> {
  await tx.update(gate).set(patch).where(isOne(workspaceId, id));
}

export type GateAnswer = {
  workspaceId: string;
  serverId: string;
  /** The time that the probes of a round share, ISO. */
  scheduledAt: string;
  sighting: object;
};

/** Keeps what a region saw in the running round of each gate that asked for it. One that comes too late for its round is left. */
export async function noteGateAnswers(tx: Db, region: string, answers: GateAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.execute(sql`
    with answered as (
      select g.workspace_id, g.id, a.sighting
      from gate g join jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
        as a("workspaceId" text, "serverId" text, "scheduledAt" timestamptz, sighting jsonb)
        on g.workspace_id = a."workspaceId" and g.server_id = a."serverId" and g.round_at = a."scheduledAt"
      where g.state = 'waiting' and ${region} = any(g.asked)
      order by g.workspace_id, g.id for update of g
    )
    update gate g set sightings = jsonb_set(g.sightings, array[${region}::text],
      answered.sighting || jsonb_build_object('round', g.round))
    from answered where g.workspace_id = answered.workspace_id and g.id = answered.id`);
}

export async function deleteOldGates(db: Db, before: Date): Promise<void> {
  await db.delete(gate).where(and(lt(gate.createdAt, before), sql`${gate.state} <> 'waiting'`));
}
