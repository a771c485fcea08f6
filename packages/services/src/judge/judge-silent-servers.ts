import { listSilentServers } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { judgeOne } from './judge-one.ts';

const AT_ONCE = 500;

/** Judges servers of which no region has spoken for 2.5 intervals: they become unknown, not down. Returns how many did. */
export async function judgeSilentServers(ctx: ServiceContext): Promise<number> {
  const silent = await listSilentServers(ctx.database.db, new Date(ctx.clock.now()), AT_ONCE);
  let changed = 0;
  for (const target of silent) {
    if (await ctx.database.transaction((tx) => judgeOne(tx, ctx, target, null))) changed++;
  }
  return changed;
}
