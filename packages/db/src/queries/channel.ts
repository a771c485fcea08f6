import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { channel } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export type ChannelRow = typeof channel.$inferSelect;

const isChannel = (workspaceId: string, id: string) => and(eq(channel.workspaceId, workspaceId), eq(channel.id, id));

export async function insertChannel(tx: Db, row: typeof channel.$inferInsert): Promise<ChannelRow | null> {
  const [stored] = await tx.insert(channel).values(row).returning();
  return stored ?? null;
}

export async function findChannel(db: Db, workspaceId: string, id: string): Promise<ChannelRow | null> {
  const [row] = await db.select().from(channel).where(isChannel(workspaceId, id));
  return row ?? null;
}

export async function lockChannel(tx: Db, workspaceId: string, id: string): Promise<ChannelRow | null> {
  const [row] = await tx.select().from(channel).where(isChannel(workspaceId, id)).for('update');
  return row ?? null;
}

export async function listChannelRows(db: Db, workspaceId: string, slice: Slice): Promise<ChannelRow[]> {
  return db
    .select()
    .from(channel)
    .where(and(eq(channel.workspaceId, workspaceId), isBehind(channel.createdAt, channel.id, slice.after)))
    .orderBy(desc(channel.createdAt), desc(channel.id))
    .limit(slice.limit);
}

export async function updateChannelRow(
  tx: Db,
  workspaceId: string,
  id: string,
  patch: Partial<typeof channel.$inferInsert>,
): Promise<ChannelRow | null> {
  const [row] = await tx.update(channel).set(patch).where(isChannel(workspaceId, id)).returning();
  return row ?? null;
}

/** The channel and its deliveries. */
export async function deleteChannelRow(tx: Db, workspaceId: string, id: string): Promise<ChannelRow | null> {
  const [row] = await tx.delete(channel).where(isChannel(workspaceId, id)).returning();
  return row ?? null;
}
