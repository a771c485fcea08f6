import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { idempotency } from '../schema/index.ts';

export type IdempotencyRef = { key: string; route: string };

const ofRequest = (workspaceId: string, { key, route }: IdempotencyRef) =>
  and(eq(idempotency.workspaceId, workspaceId), eq(idempotency.key, key), eq(idempotency.route, route));

/** Returns whether this request is the first with its key: of two at once, one is. */
export async function insertIdempotency(
  db: Db,
  workspaceId: string,
  row: IdempotencyRef & { bodyHash: string; createdAt: Date },
): Promise<boolean> {
  const rows = await db
    .insert(idempotency)
    .values({ workspaceId, ...row })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  return rows.length > 0;
}

export async function findIdempotency(db: Db, workspaceId: string, ref: IdempotencyRef) {
  const [row] = await db.select().from(idempotency).where(ofRequest(workspaceId, ref));
  return row ?? null;
}

/** Begins a request anew in place of one from `startedAt`. Returns whether it is ours: of two that try, one gets it. */
export async function takeOverIdempotency(
  db: Db,
  workspaceId: string,
  ref: IdempotencyRef & { startedAt: Date; bodyHash: string; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(idempotency)
    .set({ createdAt: ref.now, bodyHash: ref.bodyHash, status: null, response: null })
    .where(and(ofRequest(workspaceId, ref), eq(idempotency.createdAt, ref.startedAt)))
    .returning({ key: idempotency.key });
  return rows.length > 0;
}

export async function storeIdempotentResponse(
  db: Db,
  workspaceId: string,
  ref: IdempotencyRef,
  answer: { status: number; response: string },
): Promise<void> {
  await db.update(idempotency).set(answer).where(ofRequest(workspaceId, ref));
}

/** Forgets a request that has not been answered; a finished one stays. */
export async function deleteRunningIdempotency(db: Db, workspaceId: string, ref: IdempotencyRef): Promise<void> {
  await db.delete(idempotency).where(and(ofRequest(workspaceId, ref), isNull(idempotency.status)));
}

/** Retention, over all workspaces. */
export async function deleteOldIdempotency(db: Db, before: Date): Promise<void> {
  await db.delete(idempotency).where(lt(idempotency.createdAt, before));
}
