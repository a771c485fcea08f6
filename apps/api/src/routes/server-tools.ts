import { contractReport, page, pageQuery, toolList, toolVersion } from '@alivemcp/contracts';
import { getContract, getTools, listToolVersions, renderChangelog } from '@alivemcp/services';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { serverParams as params } from './params.ts';

const tags = ['Tools and drift'];
const config = { access: 'servers:read' } as const;

export function serverToolRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/servers/:id/tools',
    {
      config,
      schema: {
        tags,
        operationId: 'getTools',
        summary: 'The present tool list, canonical and with its hash',
        params,
        response: { 200: toolList },
      },
    },
    async (request) => getTools(services, scopeOf(request), request.params.id),
  );

  app.get(
    '/servers/:id/tools/history',
    {
      config,
      schema: {
        tags,
        operationId: 'listToolVersions',
        summary: 'Every tool list the server had',
        params,
        querystring: pageQuery,
        response: { 200: page(toolVersion) },
      },
    },
    async (request) => listToolVersions(services, scopeOf(request), request.params.id, request.query),
  );

  app.get(
    '/servers/:id/contract',
    {
      config,
      schema: {
        tags,
        operationId: 'getContract',
        summary: 'How the server keeps its promises: versions, deprecations, lists that differ',
        params,
        response: { 200: contractReport },
      },
    },
    async (request) => getContract(services, scopeOf(request), request.params.id),
  );

  app.get(
    '/servers/:id/changelog.md',
    {
      config,
      schema: {
        tags,
        operationId: 'renderChangelog',
        summary: 'The changes of the tool list as Markdown',
        produces: ['text/markdown'],
        params,
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const markdown = await renderChangelog(services, scopeOf(request), request.params.id);
      return reply.type('text/markdown; charset=utf-8').send(markdown);
    },
  );
}
