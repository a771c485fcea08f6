import cookiePlugin from '@fastify/cookie';
import type { Api, AppDeps } from '../app-deps.ts';
import { addAuthentication, addAuthorization } from '../http/authenticate.ts';
import { addEtags } from '../http/etag.ts';
import { addIdempotency } from '../http/idempotency.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import { addCrossSiteWall } from '../http/same-origin.ts';
import type { SessionCookie } from '../http/session-cookie.ts';
import { channelActionRoutes } from './channel-actions.ts';
import { channelRoutes } from './channels.ts';
import { deliveryRoutes } from './deliveries.ts';
import { driftRoutes } from './drift.ts';
import { gateRoutes } from './gates.ts';
import { incidentActionRoutes } from './incident-actions.ts';
import { incidentRoutes } from './incidents.ts';
import { keyRoutes } from './keys.ts';
import { liveRoutes } from './live.ts';
import { maintenanceRoutes } from './maintenance.ts';

import { reportRoutes } from './reports.ts';
import { rulesRoutes } from './rules.ts';
import { serverActionRoutes } from './server-actions.ts';
import { serverHistoryRoutes } from './server-history.ts';
import { serverToolRoutes } from './server-tools.ts';
import { serverRoutes } from './servers.ts';
import { sessionRoutes } from './session.ts';
import { statusPageRoutes } from './status-pages.ts';
import { systemRoutes } from './system.ts';

/** Everything under `/api/v1`. The hooks run in this order: who asks, how often, from where, whether allowed. */
export async function apiRoutes(app: Api, deps: AppDeps, limits: RateLimits, cookie: SessionCookie): Promise<void> {
  await app.register(cookiePlugin);
  app.addHook('onRequest', limits.floods);
  addAuthentication(app, deps.services, cookie);
  app.addHook('onRequest', limits.api);
  addCrossSiteWall(app, deps.services);
  addAuthorization(app);
  addIdempotency(app, deps.services);
  addEtags(app);

  serverRoutes(app, deps);
  serverActionRoutes(app, deps, limits);
  serverHistoryRoutes(app, deps);
  serverToolRoutes(app, deps);
  driftRoutes(app, deps);
  incidentRoutes(app, deps);
  incidentActionRoutes(app, deps);
  channelRoutes(app, deps);
  channelActionRoutes(app, deps);
  deliveryRoutes(app, deps);
  rulesRoutes(app, deps);
  statusPageRoutes(app, deps);
  maintenanceRoutes(app, deps);
  gateRoutes(app, deps);
  systemRoutes(app, deps);
  reportRoutes(app, deps);
  keyRoutes(app, deps);
  liveRoutes(app, deps);
  sessionRoutes(app, deps, limits, cookie);
}
