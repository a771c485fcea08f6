import type { probeResult } from '../../schema/index.ts';

export type ProbeResultRow = typeof probeResult.$inferSelect;

/** A raw result without what its day, server and region say already. */
export type Check = Omit<ProbeResultRow, 'workspaceId' | 'serverId' | 'region'>;

/** Tells the results of a server in a region apart. */
export const keyOf = (check: Pick<Check, 'scheduledAt' | 'reason'>): string =>
  `${check.scheduledAt.getTime()}/${check.reason}`;

/** Oldest first, as they are packed. */
export const byTime = (a: Check, b: Check): number =>
  a.scheduledAt.getTime() - b.scheduledAt.getTime() || (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0);
