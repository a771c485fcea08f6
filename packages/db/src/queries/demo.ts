import type { FailureClass, Posture, ServerStatus } from '@alivemcp/contracts';
import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import {
  account,
  drift,
  incident,
  incidentUpdate,
  membership,
  server,
  serverRegion,
  toolVersion,
  transition,
  workspace,
} from '../schema/index.ts';

/** The workspace of the demo and its owner; null when there is none. */
export async function findDemo(db: Db) {
  const [row] = await db
    .select({ workspace, account })
    .from(workspace)
    .innerJoin(membership, eq(membership.workspaceId, workspace.id))
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(eq(workspace.demo, true))
    .limit(1);
  return row ?? null;
}

/** Lets the owner of the demo sign in. */
export async function setDemoPassword(db: Db, accountId: string, passwordHash: string): Promise<void> {
  await db.update(account).set({ passwordHash }).where(eq(account.id, accountId));
}

/** Removes the demo with all it has, and its owner. Raw results leave with their partition. */
export async function deleteDemo(tx: Db, workspaceId: string, accountId: string): Promise<void> {
  // First what refers to tool lists: they would be gone before it.
  await tx.delete(server).where(eq(server.workspaceId, workspaceId));
  await tx.delete(workspace).where(and(eq(workspace.id, workspaceId), eq(workspace.demo, true)));
  await tx.delete(account).where(eq(account.id, accountId));
}

export type PastTransition = { from: ServerStatus; to: ServerStatus; at: Date; class: FailureClass | null };

/** Writes the state changes of a server, numbered from 1 in their order, each decided `decidedAfterMs` after it began. */
export async function insertPastTransitions(
  tx: Db,
  workspaceId: string,
  serverId: string,
  region: string,
  changes: PastTransition[],
  decidedAfterMs: number,
): Promise<void> {
  await tx.insert(transition).values(
    changes.map((change, i) => ({
      ...change,
      workspaceId,
      serverId,
      sequence: i + 1,
      decidedAt: new Date(change.at.getTime() + decidedAfterMs),
      failingRegions: change.class === null ? [] : [region],
      sightedRegions: [region],
    })),
  );
}

export type PastIncident = {
  incident: Omit<typeof incident.$inferInsert, 'workspaceId' | 'serverId'>;
  updates: Omit<typeof incidentUpdate.$inferInsert, 'workspaceId' | 'incidentId'>[];
};

export async function insertPastIncidents(
  tx: Db,
  workspaceId: string,
  serverId: string,
  past: PastIncident[],
): Promise<void> {
  if (past.length === 0) return;
  await tx.insert(incident).values(past.map((one) => ({ ...one.incident, workspaceId, serverId })));
  await tx
    .insert(incidentUpdate)
    .values(
      past.flatMap((one) => one.updates.map((update) => ({ ...update, workspaceId, incidentId: one.incident.id }))),
    );
}

export type PastLatencyHour = { hour: string; phase: string; buckets: number[]; counts: number[] };

export async function insertPastLatency(
  tx: Db,
  workspaceId: string,
  serverId: string,
  region: string,
  hours: PastLatencyHour[],
): Promise<void> {
  await tx.execute(sql`
    insert into latency_hour (workspace_id, server_id, region, hour, phase, buckets, counts)
    select ${workspaceId}, ${serverId}, ${region}, hour, phase, buckets, counts
    from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb)
      as r(hour timestamptz, phase text, buckets smallint[], counts int[])`);
}

export async function insertPastTools(
  tx: Db,
  workspaceId: string,
  serverId: string,
  versions: Omit<typeof toolVersion.$inferInsert, 'workspaceId' | 'serverId'>[],
  drifts: Omit<typeof drift.$inferInsert, 'workspaceId' | 'serverId'>[],
): Promise<void> {
  await tx.insert(toolVersion).values(versions.map((row) => ({ ...row, workspaceId, serverId })));
  if (drifts.length > 0) await tx.insert(drift).values(drifts.map((row) => ({ ...row, workspaceId, serverId })));
}

/** As if the server had been registered then, and its regions had last seen it well. */
export async function dateServerBack(
  tx: Db,
  workspaceId: string,
  serverId: string,
  past: {
    createdAt: Date;
    lastSeen: {
      checkedAt: Date;
      runSince: Date;
      posture: Posture;
      class: FailureClass | null;
      toolsHash: string | null;
    };
  },
): Promise<void> {
  await tx
    .update(server)
    .set({ createdAt: past.createdAt, updatedAt: past.createdAt })
    .where(and(eq(server.workspaceId, workspaceId), eq(server.id, serverId)));
  // Twice is what the state machine takes for steady.
  await tx
    .update(serverRegion)
    .set({ ...past.lastSeen, outcome: 'up', runLength: 2, toolsRun: past.lastSeen.toolsHash === null ? 0 : 2 })
    .where(and(eq(serverRegion.workspaceId, workspaceId), eq(serverRegion.serverId, serverId)));
}
