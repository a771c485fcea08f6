import { channelWithSecret, delivery, replayChannelBody, replayedDeliveries } from '@alivemcp/contracts';
import { replayChannel, rotateChannelSecret, testChannel } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { channelParams as params } from './params.ts';

const tags = ['Channels'];
const config = { access: 'channels:write' } as const;

export function channelActionRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/channels/:id/test',
    {
      config,
      schema: {
        tags,
        operationId: 'testChannel',
        summary: 'Send a real test alert',
        description: 'Answers with the delivery, which is then sent like any other: look it up to see the result.',
        params,
        response: { 202: delivery },
      },
    },
    async (request, reply) => reply.code(202).send(await testChannel(services, scopeOf(request), request.params.id)),
  );

  app.post(
    '/channels/:id/rotate-secret',
    {
      config,
      schema: {
        tags,
        operationId: 'rotateChannelSecret',
        summary: 'Replace the signing secret of a webhook',
        description: 'For 24 hours deliveries carry the signatures of both.',
        params,
        response: { 200: channelWithSecret },
      },
    },
    async (request) => rotateChannelSecret(services, scopeOf(request), request.params.id),
  );

  app.post(
    '/channels/:id/replay',
    {
      config,
      schema: {
        tags,
        operationId: 'replayChannel',
        summary: 'Send again all that failed since a moment',
        description: 'Each delivery keeps its message id. `count` says how many are on their way again.',
        params,
        body: replayChannelBody,
        response: { 202: replayedDeliveries },
      },
    },
    async (request, reply) => {
      const { since } = request.body;
      return reply.code(202).send(await replayChannel(services, scopeOf(request), request.params.id, since));
    },
  );
}
