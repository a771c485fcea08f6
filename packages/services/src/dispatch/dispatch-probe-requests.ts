import { claimProbeRequests, type WaitingRequest } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/**
 * Hands waiting probe requests to `dispatch`, which must put them on the queue under ids made from them. Marked as
 * dispatched only when that worked: a crash in between dispatches them again, and the queue drops the doubles.
 */
export async function dispatchProbeRequests(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  limit: number,
  dispatch: (requests: WaitingRequest[]) => Promise<void>,
): Promise<number> {
  return ctx.database.transaction(async (tx) => {
    const requests = await claimProbeRequests(tx, new Date(ctx.clock.now()), limit);
    if (requests.length > 0) await dispatch(requests);
    return requests.length;
  });
}
