import { delivery, deliveryDetail, listDeliveriesFilter, page } from '@alivemcp/contracts';
import { getDelivery, listDeliveries, replayDelivery } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { deliveryParams as params } from './params.ts';
import { listQuery, splitPage } from './query.ts';

const tags = ['Deliveries'];
const read = { access: 'channels:read' } as const;

export function deliveryRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/deliveries',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listDeliveries',
        summary: 'Deliveries of alerts, newest first',
        querystring: listQuery(listDeliveriesFilter),
        response: { 200: page(delivery) },
      },
    },
    async (request) => {
      const { filter, page } = splitPage(request.query);
      return listDeliveries(services, scopeOf(request), filter, page);
    },
  );

  app.get(
    '/deliveries/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getDelivery',
        summary: 'One delivery: what was sent, and every attempt',
        params,
        response: { 200: deliveryDetail },
      },
    },
    async (request) => getDelivery(services, scopeOf(request), request.params.id),
  );

  app.post(
    '/deliveries/:id/replay',
    {
      config: { access: 'channels:write' },
      schema: {
        tags,
        operationId: 'replayDelivery',
        summary: 'Send a delivery again, with the same message id',
        params,
        response: { 202: delivery },
      },
    },
    async (request, reply) => reply.code(202).send(await replayDelivery(services, scopeOf(request), request.params.id)),
  );
}
