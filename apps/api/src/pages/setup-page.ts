import { AppError, type SetupForm, setupBody } from '@alivemcp/contracts';
import { createKey, createOwner } from '@alivemcp/services';
import cookiePlugin from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import { issueWords } from '../http/issue-words.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import { fieldErrors } from '../http/request-validator.ts';
import { originOf } from '../http/same-origin.ts';
import type { SessionCookie } from '../http/session-cookie.ts';

const text = z.string().catch('');
const typed = z
  .object({ token: text, email: text, workspaceName: text })
  .catch({ token: '', email: '', workspaceName: '' });
const DEFAULT_NAME = 'My servers';

/** `/setup?token=…`: the one-time link as a form that needs no JavaScript. */
export async function setupPage(app: Api, deps: AppDeps, limits: RateLimits, cookie: SessionCookie): Promise<void> {
  const { services } = deps;
  const { pages } = deps.web;
  await app.register(cookiePlugin);
  await app.register(formbody, { bodyLimit: 16 * 1024 });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8');
  });

  app.get('/setup', { schema: { hide: true } }, async (request) => {
    const { token } = typed.parse(request.query);
    if (token === '') throw new AppError('setup_link_invalid', 'Open the link that AliveMCP printed when it started.');
    return pages.setupPage({ form: { token, email: '', workspaceName: DEFAULT_NAME }, errors: [] });
  });

  app.post('/setup', { schema: { hide: true }, onRequest: limits.credentials }, async (request, reply) => {
    if (originOf(request, services.publicUrl) === 'foreign') {
      throw new AppError('forbidden', 'Another site sent this form.');
    }
    const form: SetupForm = typed.parse(request.body);
    const parsed = setupBody.safeParse(request.body, { error: issueWords });
    if (!parsed.success) {
      return reply.code(422).send(pages.setupPage({ form, errors: fieldErrors(parsed.error) }));
    }

    const { token, session } = await createOwner(services, parsed.data);
    cookie.set(reply, token, session);
    const scope = { workspaceId: session.workspace.id, actor: session.user.id };
    const { key } = await createKey(services, scope, { name: 'First key' });
    return pages.setupDonePage({ email: session.user.email, apiKey: key, publicUrl: services.publicUrl });
  });
}
