import { createHash } from 'node:crypto';
import { AppError } from '@alivemcp/contracts';
import type { Api, AppDeps } from '../app-deps.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import type { Answers } from '../public/answers.ts';
import { PAGE_CACHE } from '../public/page-cache.ts';
import { addPageErrors } from './page-errors.ts';
import { addPageSecurity } from './page-security.ts';
import { sealedLinkPages } from './sealed-link-pages.ts';
import { serverPage } from './server-page.ts';
import { setupPage } from './setup-page.ts';
import { statusPage } from './status-page.ts';

/** The only style sheet that pages may have: the one inside them. */
const stylesOf = (sheet: string) => ({
  'style-src': [`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`],
});

/** What people read in a browser, apart from the dashboard; each page is complete without JavaScript. */
export async function pages(
  app: Api,
  deps: AppDeps,
  { limits, cookie, answers }: { limits: RateLimits; cookie: SessionCookie; answers: Answers },
): Promise<void> {
  const { pages } = deps.web;
  await addPageSecurity(app, deps, stylesOf(pages.style));
  addPageErrors(app, pages);
  serverPage(app, deps, answers);
  statusPage(app, deps, answers);
  await app.register((scope: Api) => setupPage(scope, deps, limits, cookie));
  await app.register((scope: Api) => sealedLinkPages(scope, deps));

  app.get('/docs/errors', { schema: { hide: true } }, async (request, reply) => {
    const answer = await answers.get('/docs/errors', async () => pages.errorsPage());
    return answers.send(request, reply.header('cache-control', PAGE_CACHE).type('text/html; charset=utf-8'), answer);
  });

  /** People who lost their way get a page, programs a problem document. */
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const person = request.headers.accept?.includes('text/html') && !request.url.startsWith('/api/');
    if (!person) return reply.callNotFound();
    throw new AppError('not_found', 'There is nothing at this address.');
  });
}
