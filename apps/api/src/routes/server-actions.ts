import { probeNow, server } from '@alivemcp/contracts';
import { pauseServer, probeServerNow, resumeServer } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import { serverParams as params } from './params.ts';

const tags = ['Servers'];
const write = { access: 'servers:write' } as const;
/** Longer than a probe with its recheck may take. */
const PROBE_WAIT_MS = 20_000;

export function serverActionRoutes(app: Api, { services }: AppDeps, limits: RateLimits): void {
  app.post(
    '/servers/:id/pause',
    {
      config: write,
      schema: {
        tags,
        operationId: 'pauseServer',
        summary: 'Stop probing a server',
        description: 'Paused time is outside its uptime.',
        params,
        response: { 200: server },
      },
    },
    async (request) => pauseServer(services, scopeOf(request), request.params.id),
  );

  app.post(
    '/servers/:id/resume',
    {
      config: write,
      schema: {
        tags,
        operationId: 'resumeServer',
        summary: 'Probe a paused server again',
        params,
        response: { 200: server },
      },
    },
    async (request) => resumeServer(services, scopeOf(request), request.params.id),
  );

  app.post(
    '/servers/:id/probe',
    {
      config: write,
      preHandler: limits.probeNow,
      schema: {
        tags,
        operationId: 'probeServerNow',
        summary: 'Probe now, from every region',
        description: `Waits up to ${PROBE_WAIT_MS / 1000} s; \`pending\` names the regions that took longer. At most 10 a minute for a server.`,
        params,
        response: { 200: probeNow },
      },
    },
    async (request) => probeServerNow(services, scopeOf(request), request.params.id, { waitMs: PROBE_WAIT_MS }),
  );
}
