import {
  type ChannelRow,
  claimFailureWord,
  listFailingChannels,
  listOwnerEmails,
  updateChannelRow,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const AT_ONCE = 100;
const DAY_MS = 86_400_000;
/** After how many days of failure the owners are told, and when it was switched off; the last word first. */
const WORDS = [
  { told: 5, days: 0, retired: true },
  { told: 3, days: 3, retired: false },
  { told: 1, days: 1, retired: false },
];

export type FailingChannel = {
  name: string;
  type: ChannelRow['type'];
  failingSince: string;
  /** Why it was switched off; null while it is on. */
  disabledReason: string | null;
  owners: string[];
  /** In the dashboard. */
  page: string;
};

/**
 * Tells the owners of channels that keep failing, once after one day, after three, and when it was switched off. A word that
 * `tell` could not pass on (it rejects) is tried again the next time.
 */
export async function tellFailingChannels(
  ctx: Pick<ServiceContext, 'database' | 'clock' | 'publicUrl'>,
  tell: (channel: FailingChannel) => Promise<void>,
): Promise<void> {
  const { db } = ctx.database;
  for (const { told, days, retired } of WORDS) {
    const since = new Date(ctx.clock.now() - days * DAY_MS);
    for (const row of await listFailingChannels(db, { since, told, retired, limit: AT_ONCE })) {
      const { workspaceId, id, failureToldDays } = row;
      if (!(await claimFailureWord(db, workspaceId, id, told))) continue;
      try {
        await tell(toFailing(row, await listOwnerEmails(db, workspaceId), ctx.publicUrl));
      } catch (error) {
        await updateChannelRow(db, workspaceId, id, { failureToldDays });
        throw error;
      }
    }
  }
}

const toFailing = (row: ChannelRow, owners: string[], publicUrl: string): FailingChannel => ({
  name: row.name,
  type: row.type,
  failingSince: row.failingSince?.toISOString() ?? '',
  disabledReason: row.disabledReason,
  owners,
  page: `${publicUrl}/channels/${row.id}`,
});
