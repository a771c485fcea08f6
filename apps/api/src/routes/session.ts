import { session, setupBody, setupState, signInBody } from '@alivemcp/contracts';
import { createOwner, isSetupPending, signIn, signOut } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { sessionOf } from '../http/auth.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import { noContent } from './query.ts';

const tags = ['Account'];

export function sessionRoutes(app: Api, { services }: AppDeps, limits: RateLimits, cookie: SessionCookie): void {
  app.get(
    '/setup',
    {
      config: { access: 'anyone' },
      schema: {
        tags,
        operationId: 'getSetup',
        summary: 'Whether this installation still waits for its owner, and whether this browser is signed in',
        response: { 200: setupState },
      },
    },
    async (request) => ({
      pending: await isSetupPending(services),
      signedIn: Boolean(request.auth?.session),
    }),
  );

  app.post(
    '/setup',
    {
      config: { access: 'anyone' },
      onRequest: limits.credentials,
      schema: {
        tags,
        operationId: 'setup',
        summary: 'Create the owner account with the one-time link, and sign in',
        body: setupBody,
        response: { 201: session },
      },
    },
    async (request, reply) => {
      const started = await createOwner(services, request.body);
      cookie.set(reply, started.token, started.session);
      return reply.code(201).send(started.session);
    },
  );

  app.post(
    '/session',
    {
      config: { access: 'anyone' },
      onRequest: limits.credentials,
      schema: {
        tags,
        operationId: 'signIn',
        summary: 'Sign in',
        description: 'Sets the session cookie.',
        body: signInBody,
        response: { 201: session },
      },
    },
    async (request, reply) => {
      const started = await signIn(services, request.body);
      cookie.set(reply, started.token, started.session);
      return reply.code(201).send(started.session);
    },
  );

  app.get(
    '/session',
    {
      config: { access: 'session' },
      schema: { tags, operationId: 'getSession', summary: 'Who is signed in', response: { 200: session } },
    },
    async (request) => sessionOf(request).data,
  );

  app.delete(
    '/session',
    {
      config: { access: 'session' },
      schema: { tags, operationId: 'signOut', summary: 'Sign out', response: { 204: noContent } },
    },
    async (request, reply) => {
      await signOut(services, sessionOf(request).token);
      cookie.clear(reply);
      return reply.code(204).send();
    },
  );
}
