import { insertDispatchTick } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const SECOND_MS = 1_000;
/** A second in which nothing is due is noted only this often: enough to see that the clock goes. */
export const IDLE_NOTE_S = 5;

/** Notes that the second at `dueAt` (epoch ms) of a region was handled, and how many probes were due in it. Idempotent. */
export async function noteTick(
  ctx: Pick<ServiceContext, 'database'>,
  tick: { region: string; dueAt: number; due: number; lateMs: number },
): Promise<void> {
  if (tick.due === 0 && Math.floor(tick.dueAt / SECOND_MS) % IDLE_NOTE_S !== 0) return;
  await insertDispatchTick(ctx.database.db, { ...tick, dueAt: new Date(tick.dueAt) });
}
