import { takeFlushTurn as takeTurn } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/**
 * Whether the results that a prober made at `at` (epoch ms), and that waited on its disk, are the next to be written: those of all
 * regions are judged in the order of time, as if the database had been there. `unheard`: another prober may have older ones.
 */
export async function takeFlushTurn(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  proberId: string,
  at: number,
): Promise<'mine' | 'older' | 'unheard'> {
  return takeTurn(ctx.database.db, proberId, at, new Date(ctx.clock.now()));
}
