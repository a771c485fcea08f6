import formbody from '@fastify/formbody';
import type { Api, AppDeps } from '../app-deps.ts';
import { alertLinkPages } from './alert-link-pages.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

/**
 * The pages behind links that do one thing without a sign-in. A GET only asks, because chats and mail programs follow links to look
 * at them; the button does it. They are for nobody to keep.
 */
export async function sealedLinkPages(app: Api, deps: AppDeps): Promise<void> {
  await app.register(formbody, { bodyLimit: 16 * 1024 });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').type('text/html; charset=utf-8');
  });
  unsubscribePage(app, deps);
  alertLinkPages(app, deps);
}
