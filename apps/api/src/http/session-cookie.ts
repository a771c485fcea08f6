import type { Session } from '@alivemcp/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

export type SessionCookie = {
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, token: string, session: Session): void;
  clear(reply: FastifyReply): void;
};

/** The `__Host-` prefix makes browsers refuse the cookie from a subdomain or without TLS. */
export function createSessionCookie(secure: boolean): SessionCookie {
  const name = secure ? '__Host-alivemcp' : 'alivemcp';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read: (request) => request.cookies[name],
    set: (reply, token, session) =>
      void reply.setCookie(name, token, { ...attributes, expires: new Date(session.expiresAt) }),
    clear: (reply) => void reply.clearCookie(name, attributes),
  };
}
