import { createIncidentBody, incident, listIncidentsFilter, page, updateIncidentBody } from '@alivemcp/contracts';
import { createIncident, getIncident, listIncidents, updateIncident } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { incidentParams as params } from './params.ts';
import { listQuery, splitPage } from './query.ts';

const tags = ['Incidents'];
const read = { access: 'incidents:read' } as const;
const write = { access: 'incidents:write' } as const;

export function incidentRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/incidents',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listIncidents',
        summary: 'Incidents, newest first',
        querystring: listQuery(listIncidentsFilter),
        response: { 200: page(incident) },
      },
    },
    async (request) => {
      const { filter, page } = splitPage(request.query);
      return listIncidents(services, scopeOf(request), filter, page);
    },
  );

  app.post(
    '/incidents',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createIncident',
        summary: 'Open an incident by hand',
        body: createIncidentBody,
        response: { 201: incident },
      },
    },
    async (request, reply) => reply.code(201).send(await createIncident(services, scopeOf(request), request.body)),
  );

  app.get(
    '/incidents/:id',
    {
      config: read,
      schema: { tags, operationId: 'getIncident', summary: 'One incident', params, response: { 200: incident } },
    },
    async (request) => getIncident(services, scopeOf(request), request.params.id),
  );

  app.patch(
    '/incidents/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateIncident',
        summary: 'Rename an incident',
        params,
        body: updateIncidentBody,
        response: { 200: incident },
      },
    },
    async (request) => updateIncident(services, scopeOf(request), request.params.id, request.body),
  );
}
