import { type Db, isDeadlock } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const TRIES = 4;

/**
 * A transaction on a server's own row. Results that are recorded at the same moment refer to that row, so now and then
 * PostgreSQL has to give one of the two up; if it is this one, it is run again.
 */
export async function changeServer(
  ctx: Pick<ServiceContext, 'database'>,
  change: (tx: Db) => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.database.transaction(change);
    } catch (error) {
      if (attempt === TRIES || !isDeadlock(error)) throw error;
    }
  }
}
