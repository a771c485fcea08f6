import { acceptDriftBody, drift, page, pageQuery } from '@alivemcp/contracts';
import { acceptDrift, getDrift, listDrift } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { driftParams, serverParams } from './params.ts';

const tags = ['Tools and drift'];
const read = { access: 'servers:read' } as const;

export function driftRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/servers/:id/drift',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listDrift',
        summary: 'Changes of the tool list, newest first',
        params: serverParams,
        querystring: pageQuery,
        response: { 200: page(drift) },
      },
    },
    async (request) => listDrift(services, scopeOf(request), request.params.id, request.query),
  );

  app.get(
    '/servers/:id/drift/:driftId',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getDrift',
        summary: 'One change: every difference with its class',
        params: driftParams,
        response: { 200: drift },
      },
    },
    async (request) => getDrift(services, scopeOf(request), request.params.id, request.params.driftId),
  );

  app.post(
    '/servers/:id/drift/:driftId/accept',
    {
      config: { access: 'servers:write' },
      schema: {
        tags,
        operationId: 'acceptDrift',
        summary: 'Say that a change was meant, with a note where there is something to say',
        params: driftParams,
        body: acceptDriftBody.nullish(),
        response: { 200: drift },
      },
    },
    async (request) => {
      const { id, driftId } = request.params;
      return acceptDrift(services, scopeOf(request), id, driftId, request.body ?? {});
    },
  );
}
