import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, isFresh } from '../http/etag.ts';
import { createSnapshotCache, type SnapshotCache } from './snapshot-cache.ts';

/** A rendered body, ready for the socket. */
export type Answer = { body: Buffer; etag: string };

export function toAnswer(text: string): Answer {
  const body = Buffer.from(text);
  return { body, etag: etagOf(body) };
}

/** Answers of the public routes, kept for five seconds: a hot badge costs no query and no rendering. */
export function createAnswers<V extends Answer | null = Answer>(now: () => number): SnapshotCache<V> {
  return createSnapshotCache<V>({ max: 5_000, freshMs: 5_000, staleMs: 60_000, now });
}

/** Sends it, or 304 to who has it already. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, { body, etag }: Answer): FastifyReply {
  reply.header('etag', etag);
  return isFresh(request, etag) ? reply.code(304).send() : reply.send(body);
}
