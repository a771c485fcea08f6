import { apiKey, apiKeyWithSecret, createKeyBody, page, pageQuery } from '@alivemcp/contracts';
import { createKey, listKeys, revokeKey } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { keyParams } from './params.ts';
import { noContent } from './query.ts';

const tags = ['API keys'];
const config = { access: 'keys:write' } as const;

export function keyRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/keys',
    {
      config,
      schema: {
        tags,
        operationId: 'createKey',
        summary: 'Create an API key',
        description: 'The key is in this answer and is not shown again. A key cannot grant what it may not do itself.',
        body: createKeyBody,
        response: { 201: apiKeyWithSecret },
      },
    },
    async (request, reply) => reply.code(201).send(await createKey(services, scopeOf(request), request.body)),
  );

  app.get(
    '/keys',
    {
      config,
      schema: {
        tags,
        operationId: 'listKeys',
        summary: 'List API keys',
        querystring: pageQuery,
        response: { 200: page(apiKey) },
      },
    },
    async (request) => listKeys(services, scopeOf(request), request.query),
  );

  app.delete(
    '/keys/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'revokeKey',
        summary: 'Revoke an API key, at once',
        params: keyParams,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await revokeKey(services, scopeOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
