import helmet from '@fastify/helmet';
import type { Api, AppDeps } from '../app-deps.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import type { PublicServers } from '../public/public-servers.ts';
import { errorsPage } from './errors-page.ts';
import { homePage } from './home-page.ts';
import { addPageErrors } from './page-errors.ts';
import { serverPage } from './server-page.ts';
import { setupPage } from './setup-page.ts';
import { STYLE_HASH } from './style.ts';

const SECURITY = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'style-src': [STYLE_HASH],
      'img-src': ["'self'", 'data:'],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
} as const;

/** What people read in a browser. */
export async function pages(
  app: Api,
  deps: AppDeps,
  { limits, cookie, servers }: { limits: RateLimits; cookie: SessionCookie; servers: PublicServers },
): Promise<void> {
  await app.register(helmet, { ...SECURITY, strictTransportSecurity: deps.secureCookies });
  addPageErrors(app);
  homePage(app, deps);
  errorsPage(app);
  serverPage(app, servers, deps.services);
  await app.register((scope: Api) => setupPage(scope, deps, limits, cookie));
}
