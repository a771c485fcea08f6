import { AppError, SCOPES } from '@alivemcp/contracts';
import { authenticateKey, readSession, type ServiceContext } from '@alivemcp/services';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Auth } from './auth.ts';
import { bearerKey } from './bearer-key.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Longer than any key that can be created. */
const MAX_CREDENTIAL = 1024;

/** Finds out who asks: by the key in `Authorization`, or else by the session cookie. The two never work together. */
export function addAuthentication(app: FastifyInstance, services: ServiceContext, cookie: SessionCookie): void {
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers;
    request.auth = authorization === undefined ? await bySession(request) : await byKey(request);
  });

  async function byKey(request: FastifyRequest): Promise<Auth | null> {
    const key = bearerKey(request);
    if (key === undefined || key.length > MAX_CREDENTIAL) return null;
    const known = await authenticateKey(services, key);
    return known && { scope: known.scope, allowed: known.scopes, session: null };
  }

  async function bySession(request: FastifyRequest): Promise<Auth | null> {
    const token = cookie.read(request);
    if (token === undefined || token.length > MAX_CREDENTIAL) return null;
    const known = await readSession(services, token);
    return known && { scope: known.scope, allowed: SCOPES, session: { token, data: known.session } };
  }
}

/** Holds what the caller may do against what the route asks; a route that asks nothing must say so. */
export function addAuthorization(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, config }) => {
    if (config?.access === undefined) throw new Error(`${url} does not say who may use it`);
  });

  app.addHook('onRequest', async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access === 'anyone') return;
    if (request.auth === null) {
      const sent = request.headers.authorization !== undefined;
      reply.header('www-authenticate', sent ? 'Bearer error="invalid_token"' : 'Bearer');
      throw new AppError('unauthenticated', 'Send an API key as "Authorization: Bearer amcp_…", or sign in.');
    }
    if (access === 'session') {
      if (request.auth.session === null) throw new AppError('forbidden', 'This is for signed-in people, not for keys.');
    } else if (access === undefined || !request.auth.allowed.includes(access)) {
      reply.header('www-authenticate', `Bearer error="insufficient_scope", scope="${access}"`);
      throw new AppError('forbidden', `The key needs the scope ${access}.`);
    }
  });
}
