import type { FastifyRequest } from 'fastify';

/** The key in `Authorization: Bearer …` (RFC 6750, 2.1); undefined when something else or nothing is there. */
export function bearerKey({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /^Bearer +([\x21-\x7e]+)$/i.exec(headers.authorization ?? '')?.[1];
}
