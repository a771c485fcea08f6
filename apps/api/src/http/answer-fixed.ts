import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isFresh } from './etag.ts';

/** Makes a handler that answers with a body that never changes while this process lives, or 304 to who has it already. */
export function answerFixed(body: string | Buffer, type: string, headers: Record<string, string>) {
  const etag = etagOf(body);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers({ ...headers, etag });
    return isFresh(request, etag) ? reply.code(304).send() : reply.type(type).send(body);
  };
}
