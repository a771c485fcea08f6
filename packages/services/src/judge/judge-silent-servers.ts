import { listSilentServers } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { judgeMany } from './judge-many.ts';

const AT_ONCE = 500;
/** Judged in one transaction: their locks are held for so long. */
const TOGETHER = 100;

/** Judges servers of which no region has spoken for 2.5 intervals: they become unknown, not down. Returns how many did. */
export async function judgeSilentServers(ctx: ServiceContext): Promise<number> {
  const silent = await listSilentServers(ctx.database.db, new Date(ctx.clock.now()), AT_ONCE);
  let changed = 0;
  for (let from = 0; from < silent.length; from += TOGETHER) {
    const questions = silent.slice(from, from + TOGETHER).map((target) => ({ target, sighting: null }));
    changed += await ctx.database.transaction((tx) => judgeMany(tx, ctx, questions));
  }
  return changed;
}
