import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { auditLog } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export async function insertAudit(tx: Db, row: typeof auditLog.$inferInsert): Promise<void> {
  await tx.insert(auditLog).values(row);
}

export async function listAudit(db: Db, workspaceId: string, slice: Slice) {
  return db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, workspaceId), isBehind(auditLog.at, auditLog.id, slice.after)))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(slice.limit);
}
