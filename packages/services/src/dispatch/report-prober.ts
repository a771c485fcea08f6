import type { ProberHealth } from '@alivemcp/contracts';
import { readDispatchClock, touchProber } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

export type ProberReport = { id: string; region: string; version: string; startedAt: number; health: ProberHealth };

/** What a prober learns when it says that it lives. */
export type ControlState = {
  /** What time it is by the clock of the database, epoch ms. */
  now: number;
  /** The newest second of the region that an engine has handled, epoch ms; null when there never was one. */
  newestTickAt: number | null;
};

/** A prober says that it lives, and how it is. */
export async function reportProber(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  { startedAt, ...report }: ProberReport,
): Promise<ControlState> {
  const { db } = ctx.database;
  const { now, newestTickAt } = await readDispatchClock(db, report.region);
  await touchProber(db, { ...report, startedAt: new Date(startedAt), seenAt: new Date(ctx.clock.now()) });
  return { now, newestTickAt };
}
