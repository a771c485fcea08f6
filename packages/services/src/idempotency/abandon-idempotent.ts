import { deleteRunningIdempotency } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import type { IdempotentRequest } from './request.ts';

/** The work failed and stored nothing: the same key may try again at once. */
export async function abandonIdempotent(
  ctx: ServiceContext,
  scope: Scope,
  request: Pick<IdempotentRequest, 'key' | 'route'>,
): Promise<void> {
  await deleteRunningIdempotency(ctx.database.db, scope.workspaceId, request);
}
