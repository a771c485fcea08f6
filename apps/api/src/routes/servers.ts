import { createServerBody, listServersFilter, page, server, updateServerBody } from '@alivemcp/contracts';
import { deleteServer, getServer, listServers, registerServer, updateServer } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { serverParams as params } from './params.ts';
import { listQuery, noContent, splitPage } from './query.ts';

const tags = ['Servers'];
const read = { access: 'servers:read' } as const;
const write = { access: 'servers:write' } as const;

export function serverRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/servers',
    {
      config: write,
      schema: {
        tags,
        operationId: 'registerServer',
        summary: 'Register a server',
        description: 'The first probe starts at once. Nothing is stored when the URL or its address is refused.',
        body: createServerBody,
        response: { 201: server },
      },
    },
    async (request, reply) => reply.code(201).send(await registerServer(services, scopeOf(request), request.body)),
  );

  app.get(
    '/servers',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listServers',
        summary: 'List servers',
        querystring: listQuery(listServersFilter),
        response: { 200: page(server) },
      },
    },
    async (request) => {
      const { filter, page } = splitPage(request.query);
      return listServers(services, scopeOf(request), filter, page);
    },
  );

  app.get(
    '/servers/:id',
    {
      config: read,
      schema: { tags, operationId: 'getServer', summary: 'One server', params, response: { 200: server } },
    },
    async (request) => getServer(services, scopeOf(request), request.params.id),
  );

  app.patch(
    '/servers/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateServer',
        summary: 'Change a server',
        description: 'A URL of another origin clears the stored credential.',
        params,
        body: updateServerBody,
        response: { 200: server },
      },
    },
    async (request) => updateServer(services, scopeOf(request), request.params.id, request.body),
  );

  app.delete(
    '/servers/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteServer',
        summary: 'Delete a server and its history',
        params,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await deleteServer(services, scopeOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
