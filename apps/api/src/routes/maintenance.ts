import { createMaintenanceBody, maintenance, page, pageQuery, updateMaintenanceBody } from '@alivemcp/contracts';
import {
  createMaintenance,
  deleteMaintenance,
  endMaintenance,
  getMaintenance,
  listMaintenance,
  updateMaintenance,
} from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { maintenanceParams as params } from './params.ts';
import { noContent } from './query.ts';

const tags = ['Maintenance'];
const read = { access: 'incidents:read' } as const;
const write = { access: 'incidents:write' } as const;

export function maintenanceRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/maintenance',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createMaintenance',
        summary: 'Announce work on servers, once or by a rule',
        description: 'While a window runs nobody is alerted, and its time is outside the uptime.',
        body: createMaintenanceBody,
        response: { 201: maintenance },
      },
    },
    async (request, reply) => reply.code(201).send(await createMaintenance(services, scopeOf(request), request.body)),
  );

  app.get(
    '/maintenance',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listMaintenance',
        summary: 'List announced work, newest first',
        querystring: pageQuery,
        response: { 200: page(maintenance) },
      },
    },
    async (request) => listMaintenance(services, scopeOf(request), request.query),
  );

  app.get(
    '/maintenance/:id',
    {
      config: read,
      schema: { tags, operationId: 'getMaintenance', summary: 'One of them', params, response: { 200: maintenance } },
    },
    async (request) => getMaintenance(services, scopeOf(request), request.params.id),
  );

  app.patch(
    '/maintenance/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'updateMaintenance',
        summary: 'Change what was announced',
        description: '`serverIds` replaces the whole list.',
        params,
        body: updateMaintenanceBody,
        response: { 200: maintenance },
      },
    },
    async (request) => updateMaintenance(services, scopeOf(request), request.params.id, request.body),
  );

  app.post(
    '/maintenance/:id/end',
    {
      config: write,
      schema: {
        tags,
        operationId: 'endMaintenance',
        summary: 'End the running window now; a rule goes on with its next one',
        params,
        response: { 200: maintenance },
      },
    },
    async (request) => endMaintenance(services, scopeOf(request), request.params.id),
  );

  app.delete(
    '/maintenance/:id',
    {
      config: write,
      schema: {
        tags,
        operationId: 'deleteMaintenance',
        summary: 'Take an announcement back',
        params,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      await deleteMaintenance(services, scopeOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
