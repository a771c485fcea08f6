import { storeIdempotentResponse } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { type IdempotentRequest, responseContext } from './request.ts';

/** Keeps the answer for a repetition of the request. */
export async function finishIdempotent(
  ctx: ServiceContext,
  scope: Scope,
  request: Pick<IdempotentRequest, 'key' | 'route'>,
  answer: { status: number; response: string },
): Promise<void> {
  const { workspaceId } = scope;
  const response = ctx.sealer.seal(answer.response, responseContext(workspaceId, request));
  await storeIdempotentResponse(ctx.database.db, workspaceId, request, { status: answer.status, response });
}
