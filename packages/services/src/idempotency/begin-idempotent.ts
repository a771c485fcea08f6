import { AppError } from '@alivemcp/contracts';
import { findIdempotency, insertIdempotency, takeOverIdempotency } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { type IdempotentRequest, responseContext } from './request.ts';

/** A request that has run this long has lost its process. */
const ABANDONED_MS = 60_000;
/** How long an answer is kept for a repetition. */
const KEPT_MS = 86_400_000;

export type IdempotentStart = { kind: 'new' } | { kind: 'replay'; status: number; response: string };

/**
 * Whether to do the work of a POST (`new`; then `finishIdempotent` or `abandonIdempotent` must follow) or to give the answer
 * it had before. Throws `idempotency_mismatch` and `idempotency_running`.
 */
export async function beginIdempotent(
  ctx: ServiceContext,
  scope: Scope,
  request: IdempotentRequest,
): Promise<IdempotentStart> {
  const { db } = ctx.database;
  const { workspaceId } = scope;
  const now = new Date(ctx.clock.now());
  if (await insertIdempotency(db, workspaceId, { ...request, createdAt: now })) return { kind: 'new' };

  const before = await findIdempotency(db, workspaceId, request);
  if (!before) throw running();
  const ageMs = now.getTime() - before.createdAt.getTime();
  if (ageMs < KEPT_MS && before.bodyHash !== request.bodyHash) {
    throw new AppError('idempotency_mismatch', 'Another body was sent with this Idempotency-Key before.');
  }
  if (ageMs < KEPT_MS && before.status !== null && before.response !== null) {
    const response = ctx.sealer.open(before.response, responseContext(workspaceId, request));
    return { kind: 'replay', status: before.status, response };
  }
  if (ageMs < ABANDONED_MS) throw running();
  const takeOver = { ...request, startedAt: before.createdAt, now };
  if (!(await takeOverIdempotency(db, workspaceId, takeOver))) throw running();
  return { kind: 'new' };
}

const running = () => new AppError('idempotency_running', 'Ask again in a moment.');
