import type { Scope as KeyScope, Session } from '@alivemcp/contracts';
import type { Scope } from '@alivemcp/services';
import type { FastifyRequest } from 'fastify';

/** Who asks: in whose workspace, allowed what. `session` is there for people, null for keys. */
export type Auth = {
  scope: Scope;
  allowed: readonly KeyScope[];
  session: { token: string; data: Session } | null;
};

/** What a route asks of its caller: a key's scope (a session has all of them), a session, or nothing. */
export type Access = KeyScope | 'session' | 'anyone';

declare module 'fastify' {
  interface FastifyRequest {
    auth: Auth | null;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
}

/** The workspace of the caller. `authorize` ran before, so that there is one. */
export function scopeOf(request: Pick<FastifyRequest, 'auth'>): Scope {
  if (request.auth === null) throw new Error('this route lets anyone in and has no workspace');
  return request.auth.scope;
}

/** The session of the caller, on routes that ask for one. */
export function sessionOf(request: Pick<FastifyRequest, 'auth'>): { token: string; data: Session } {
  if (!request.auth?.session) throw new Error('this route does not ask for a session');
  return request.auth.session;
}
