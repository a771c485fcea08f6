import { createStatusPageBody, page, pageQuery, statusPage, updateStatusPageBody } from '@alivemcp/contracts';
import {
  createStatusPage,
  deleteStatusPage,
  getStatusPage,
  listStatusPages,
  updateStatusPage,
} from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { statusPageParams as params } from './params.ts';
import { noContent } from './query.ts';

const tags = ['Status pages'];
const read = { access: 'pages:read' } as const;
const write = { access: 'pages:write' } as const;

export function statusPageRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/status-pages',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createStatusPage',
        summary: 'Create a status page',
        description: 'It can be read by everybody under its `url` while it is published.',
        body: createStatusPageBody,
        response: { 201: statusPage },
      },
    },
    async (request, reply) => reply.code(201).send(await createStatusPage(services, scopeOf(request), request.body)),
  );

  app.get(
    '/status-pages',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listStatusPages',
        summary: 'List status pages',
        querystring: pageQuery,
        response: { 200: page(statusPage) },
      },
    },
    async (request) => listStatusPages(services, scopeOf(request), request.query),
  );

  app.get(
    '/status-pages/:id',
    {
      config: read,
      schema: { tags, operationId: 'getStatusPage', summary: 'One status page', params, response: { 200: statusPage } },
    },
    async (request) => getStatusPage(services, scopeOf(request), request.params.id),
  );

  app.patch(
    '/status-pages/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateStatusPage',
        summary: 'Change a status page',
        description: '`servers` replaces the whole list.',
        params,
        body: updateStatusPageBody,
        response: { 200: statusPage },
      },
    },
    async (request) => updateStatusPage(services, scopeOf(request), request.params.id, request.body),
  );

  app.delete(
    '/status-pages/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteStatusPage',
        summary: 'Remove a status page',
        params,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await deleteStatusPage(services, scopeOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
