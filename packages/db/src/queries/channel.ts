import { and, desc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { account, channel, membership } from '../schema/index.ts';
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

/**
 * Notes a failed attempt and returns since when all of them have failed. Failure that paused for longer than `pauseMs` begins
 * anew: nobody tried meanwhile.
 */
export async function noteChannelFailure(
  tx: Db,
  workspaceId: string,
  id: string,
  now: Date,
  pauseMs: number,
): Promise<Date> {
  const goesOn = sql`${channel.lastFailedAt} >= ${new Date(now.getTime() - pauseMs).toISOString()}::timestamptz`;
  const [row] = await tx
    .update(channel)
    .set({
      failingSince: sql`case when ${goesOn} then coalesce(${channel.failingSince}, ${now.toISOString()}::timestamptz)
        else ${now.toISOString()}::timestamptz end`,
      failureToldDays: sql`case when ${goesOn} then ${channel.failureToldDays} else 0 end`,
      lastFailedAt: now,
    })
    .where(isChannel(workspaceId, id))
    .returning({ failingSince: channel.failingSince });
  return row?.failingSince ?? now;
}

/** What a channel has after a success, or a change that makes it another one. */
export const SOUND = { failingSince: null, lastFailedAt: null, failureToldDays: 0 } as const;

/**
 * Channels of all workspaces that have failed since `since` at the latest, and whose owners were not told the word `told` yet:
 * those that are on, or those that were switched off for it.
 */
export async function listFailingChannels(
  db: Db,
  about: { since: Date; told: number; retired: boolean; limit: number },
): Promise<ChannelRow[]> {
  const state = about.retired
    ? and(eq(channel.enabled, false), isNotNull(channel.disabledReason))
    : eq(channel.enabled, true);
  return db
    .select()
    .from(channel)
    .where(and(lte(channel.failingSince, about.since), lt(channel.failureToldDays, about.told), state))
    .limit(about.limit);
}

/** Takes the word to the owners upon oneself. Returns false when another did. */
export async function claimFailureWord(tx: Db, workspaceId: string, id: string, told: number): Promise<boolean> {
  const rows = await tx
    .update(channel)
    .set({ failureToldDays: told })
    .where(and(isChannel(workspaceId, id), lt(channel.failureToldDays, told)))
    .returning({ id: channel.id });
  return rows.length > 0;
}

/** Email addresses of the owners of a workspace. */
export async function listOwnerEmails(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db
    .select({ email: account.email })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.workspaceId, workspaceId), eq(membership.role, 'owner')));
  return rows.map(({ email }) => email);
}
