import { countElsewhere } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** What other regions say now of servers that fail here: how many they see answer, and how many they see fail as well. */
export async function sawElsewhere(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  region: string,
  serverIds: string[],
): Promise<{ answering: number; failing: number }> {
  return countElsewhere(ctx.database.db, region, serverIds, new Date(ctx.clock.now()));
}
