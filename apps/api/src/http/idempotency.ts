import { createHash } from 'node:crypto';
import { AppError } from '@alivemcp/contracts';
import { abandonIdempotent, beginIdempotent, finishIdempotent, type ServiceContext } from '@alivemcp/services';
import type { FastifyInstance, FastifyRequest } from 'fastify';

type Marked = { key: string; route: string; bodyHash: string };

declare module 'fastify' {
  interface FastifyRequest {
    idempotent: Marked | null;
  }
}

/**
 * `Idempotency-Key` on every authenticated POST: a repetition within a day gets the first answer and does nothing. An answer
 * that is no success is not kept: nothing was changed, so the same key may try again.
 */
export function addIdempotency(app: FastifyInstance, services: ServiceContext): void {
  app.decorateRequest('idempotent', null);

  app.addHook('preHandler', async (request, reply) => {
    const marked = markOf(request);
    if (marked === null || request.auth === null) return;
    const start = await beginIdempotent(services, request.auth.scope, marked);
    if (start.kind === 'new') {
      request.idempotent = marked;
      return;
    }
    reply.code(start.status).header('idempotency-replayed', 'true').type('application/json; charset=utf-8');
    return reply.send(start.response);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const { auth, idempotent } = request;
    if (auth === null || idempotent === null) return;
    request.idempotent = null;
    const { statusCode: status } = reply;
    try {
      if (status < 300 && typeof payload === 'string') {
        await finishIdempotent(services, auth.scope, idempotent, { status, response: payload });
      } else {
        await abandonIdempotent(services, auth.scope, idempotent);
      }
    } catch (error) {
      // The work is done and the caller has a right to its answer.
      request.log.error({ requestId: request.id, err: error }, 'the answer to an Idempotency-Key could not be kept');
    }
  });
}

function markOf(request: FastifyRequest): Marked | null {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) {
    throw new AppError('bad_request', 'Idempotency-Key must be 1 to 255 printable characters.');
  }
  const path = request.url.split('?', 1)[0];
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('hex');
  return { key, route: `POST ${path}`, bodyHash };
}
