import rateLimit from '@fastify/rate-limit';
import type { Api, AppDeps } from './app-deps.ts';
import { createFastify } from './http/create-fastify.ts';
import { observeRequests } from './http/observe.ts';
import { createRateLimits } from './http/rate-limits.ts';
import { createSessionCookie } from './http/session-cookie.ts';
import { collectRoutes, openApiRoutes } from './openapi/index.ts';
import { healthRoutes } from './operations/health.ts';
import { metricsRoute } from './operations/metrics.ts';
import { dashboard } from './pages/dashboard.ts';
import { pages } from './pages/index.ts';
import { createAnswers } from './public/answers.ts';
import { badgeRoutes } from './public/badges.ts';
import { changelogRoutes } from './public/changelog.ts';
import { embedStatusRoutes } from './public/embed-status.ts';
import { eventSchemaRoutes } from './public/event-schemas.ts';
import { feedRoutes } from './public/feeds.ts';
import { createPublicServers } from './public/public-servers.ts';
import { scriptRoutes } from './public/scripts.ts';
import { statuspageApi } from './public/statuspage-api.ts';
import { apiRoutes } from './routes/index.ts';

/** The whole HTTP side, apart from listening. What a group needs (keys, limits, headers) is hooked into its own scope. */
export async function createApp(deps: AppDeps): Promise<Api> {
  const { services, metrics } = deps;
  const app = createFastify(deps.log);
  app.decorateRequest('auth', null);
  const answers = createAnswers(services.clock.now);
  app.addHook('onRequest', answers.repeat);
  observeRequests(app, metrics);
  await collectRoutes(app, deps.version);
  await app.register(rateLimit, { global: false });

  const limits = createRateLimits(app);
  const cookie = createSessionCookie(deps.secureCookies);
  const servers = createPublicServers(services);

  await app.register((scope: Api) => apiRoutes(scope, deps, limits, cookie), { prefix: '/api/v1' });
  await app.register((scope: Api) => badgeRoutes(scope, servers, answers, services.clock.now), { prefix: '/badge' });
  await app.register((scope: Api) => embedStatusRoutes(scope, servers, answers, services), {
    prefix: '/api/embed-status',
  });
  await app.register((scope: Api) => feedRoutes(scope, services, answers));
  await app.register((scope: Api) => changelogRoutes(scope, services, answers));
  await app.register((scope: Api) => statuspageApi(scope, services, answers), { prefix: '/status/:page/api/v2' });
  await app.register((scope: Api) => scriptRoutes(scope, deps));
  await app.register((scope: Api) => eventSchemaRoutes(scope, deps));
  await app.register((scope: Api) => dashboard(scope, deps));
  await app.register((scope: Api) => pages(scope, deps, { limits, cookie, answers }));
  healthRoutes(app, deps);
  metricsRoute(app, deps);
  await openApiRoutes(app);
  await app.ready();
  return app;
}
