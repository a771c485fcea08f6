import { latency, latencyQuery, listProbesFilter, page, probeRecord, uptime, uptimeQuery } from '@alivemcp/contracts';
import { listProbes, readLatency, readUptime } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { serverParams as params } from './params.ts';
import { listQuery, splitPage } from './query.ts';

const tags = ['History'];
const config = { access: 'servers:read' } as const;

export function serverHistoryRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/servers/:id/probes',
    {
      config,
      schema: {
        tags,
        operationId: 'listProbes',
        summary: 'Single probes, newest first',
        params,
        querystring: listQuery(listProbesFilter),
        response: { 200: page(probeRecord) },
      },
    },
    async (request) => {
      const { filter, page } = splitPage(request.query);
      return listProbes(services, scopeOf(request), request.params.id, filter, page);
    },
  );

  app.get(
    '/servers/:id/latency',
    {
      config,
      schema: {
        tags,
        operationId: 'readLatency',
        summary: 'Latency percentiles, over time and by phase and region',
        params,
        querystring: latencyQuery,
        response: { 200: latency },
      },
    },
    async (request) => readLatency(services, scopeOf(request), request.params.id, request.query),
  );

  app.get(
    '/servers/:id/uptime',
    {
      config,
      schema: {
        tags,
        operationId: 'readUptime',
        summary: 'Uptime with its coverage, in sum and by day',
        params,
        querystring: uptimeQuery,
        response: { 200: uptime },
      },
    },
    async (request) => readUptime(services, scopeOf(request), request.params.id, request.query.window),
  );
}
