import type { FailureClass } from '@alivemcp/contracts';
import type { probeResult } from '../../schema/index.ts';

/** A raw result; on disk its server is a number. */
export type ProbeResultRow = Omit<typeof probeResult.$inferSelect, 'serverNumber'> & {
  workspaceId: string;
  serverId: string;
};

/** A raw result without what its day, server and region say already. */
export type Check = Omit<ProbeResultRow, 'workspaceId' | 'serverId' | 'region'>;

/** Says in the place of a result that the probe was not run; a result that comes after all replaces it. */
export const NOT_RUN = 'observer.not_run' satisfies FailureClass;

/** Tells the results of a server in a region apart. */
export const keyOf = (check: Pick<Check, 'scheduledAt' | 'reason'>): string =>
  `${check.scheduledAt.getTime()}/${check.reason}`;

/** Oldest first, as they are packed. */
export const byTime = (a: Check, b: Check): number =>
  a.scheduledAt.getTime() - b.scheduledAt.getTime() || (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0);
