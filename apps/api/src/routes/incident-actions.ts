import { incident, incidentUpdateBody } from '@alivemcp/contracts';
import { acknowledgeIncident, addIncidentUpdate } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { incidentParams as params } from './params.ts';

const tags = ['Incidents'];
const config = { access: 'incidents:write' } as const;

export function incidentActionRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/incidents/:id/acknowledge',
    {
      config,
      schema: {
        tags,
        operationId: 'acknowledgeIncident',
        summary: 'Say that someone is on it',
        params,
        response: { 200: incident },
      },
    },
    async (request) => acknowledgeIncident(services, scopeOf(request), request.params.id),
  );

  app.post(
    '/incidents/:id/updates',
    {
      config,
      schema: {
        tags,
        operationId: 'addIncidentUpdate',
        summary: 'Post an update; `resolved` closes the incident',
        params,
        body: incidentUpdateBody,
        response: { 201: incident },
      },
    },
    async (request, reply) => {
      const updated = await addIncidentUpdate(services, scopeOf(request), request.params.id, request.body);
      return reply.code(201).send(updated);
    },
  );
}
