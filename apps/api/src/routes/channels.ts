import {
  channel,
  createChannelBody,
  createdChannel,
  offeredChannel,
  page,
  pageQuery,
  updateChannelBody,
} from '@alivemcp/contracts';
import {
  createChannel,
  deleteChannel,
  getChannel,
  listChannels,
  listChannelTypes,
  updateChannel,
} from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { channelParams as params } from './params.ts';
import { noContent } from './query.ts';

const tags = ['Channels'];
const read = { access: 'channels:read' } as const;
const write = { access: 'channels:write' } as const;

export function channelRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/channels',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createChannel',
        summary: 'Add an alert channel',
        description:
          'The signing secret of a webhook is in this answer and is not shown again. What other channels send to is never shown whole.',
        body: createChannelBody,
        response: { 201: createdChannel },
      },
    },
    async (request, reply) => reply.code(201).send(await createChannel(services, scopeOf(request), request.body)),
  );

  app.get(
    '/channels',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listChannels',
        summary: 'List alert channels',
        querystring: pageQuery,
        response: { 200: page(channel) },
      },
    },
    async (request) => listChannels(services, scopeOf(request), request.query),
  );

  app.get(
    '/channel-types',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listChannelTypes',
        summary: 'Types of alert channels, and which of them this installation is not set up for',
        response: { 200: page(offeredChannel) },
      },
    },
    async () => listChannelTypes(services),
  );

  app.get(
    '/channels/:id',
    {
      config: read,
      schema: { tags, operationId: 'getChannel', summary: 'One alert channel', params, response: { 200: channel } },
    },
    async (request) => getChannel(services, scopeOf(request), request.params.id),
  );

  app.patch(
    '/channels/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateChannel',
        summary: 'Change an alert channel',
        params,
        body: updateChannelBody,
        response: { 200: channel },
      },
    },
    async (request) => updateChannel(services, scopeOf(request), request.params.id, request.body),
  );

  app.delete(
    '/channels/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteChannel',
        summary: 'Remove an alert channel',
        params,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await deleteChannel(services, scopeOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
