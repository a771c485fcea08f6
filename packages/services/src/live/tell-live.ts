import { type LiveMessage, notifyLive } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** Tells what no transaction goes with, in this order. What a verb changed is told inside its transaction instead. */
export function tellLive({ database }: Pick<ServiceContext, 'database'>, messages: LiveMessage[]): Promise<void> {
  return notifyLive(database.db, messages);
}
