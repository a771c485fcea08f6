import { alertRules, muteServerBody, putRulesBody, server } from '@alivemcp/contracts';
import {
  deleteServerRules,
  getRules,
  getServerRules,
  muteServer,
  putRules,
  putServerRules,
  unmuteServer,
} from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { serverParams as params } from './params.ts';
import { noContent } from './query.ts';

const tags = ['Alert rules'];
const read = { access: 'channels:read' } as const;
const write = { access: 'channels:write' } as const;
const ofServer = { access: 'servers:write' } as const;

export function rulesRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/rules',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getRules',
        summary: 'Which alerts go where and when',
        description: 'The default of the workspace. Without any, all goes to all channels at once.',
        response: { 200: alertRules },
      },
    },
    async (request) => getRules(services, scopeOf(request)),
  );

  app.put(
    '/rules',
    {
      config: write,
      schema: {
        tags,
        operationId: 'putRules',
        summary: 'Replace the default rules',
        description: 'The whole of them: what is left out is off. An alert that waits already keeps its time.',
        body: putRulesBody,
        response: { 200: alertRules },
      },
    },
    async (request) => putRules(services, scopeOf(request), request.body),
  );

  app.get(
    '/servers/:id/rules',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getServerRules',
        summary: 'The rules that hold for a server',
        params,
        response: { 200: alertRules },
      },
    },
    async (request) => getServerRules(services, scopeOf(request), request.params.id),
  );

  app.put(
    '/servers/:id/rules',
    {
      config: write,
      schema: {
        tags,
        operationId: 'putServerRules',
        summary: 'Give a server rules of its own',
        description: 'In the place of the default, of which nothing is mixed in.',
        params,
        body: putRulesBody,
        response: { 200: alertRules },
      },
    },
    async (request) => putServerRules(services, scopeOf(request), request.params.id, request.body),
  );

  app.delete(
    '/servers/:id/rules',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteServerRules',
        summary: 'Go back to the default rules',
        params,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await deleteServerRules(services, scopeOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    '/servers/:id/mute',
    {
      config: ofServer,
      schema: {
        tags,
        operationId: 'muteServer',
        summary: 'Tell nothing new of a server for a time',
        description:
          'Incidents are recorded. What would have been told meanwhile is `cancelled` and never sent; the end of an outage that was told before still is.',
        params,
        body: muteServerBody,
        response: { 200: server },
      },
    },
    async (request) => muteServer(services, scopeOf(request), request.params.id, request.body.forMs),
  );

  app.delete(
    '/servers/:id/mute',
    {
      config: ofServer,
      schema: { tags, operationId: 'unmuteServer', summary: 'End a mute', params, response: { 200: server } },
    },
    async (request) => unmuteServer(services, scopeOf(request), request.params.id),
  );
}
