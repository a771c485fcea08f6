import { createGateBody, gate, listGatesFilter, MAX_WAITING_GATES, page } from '@alivemcp/contracts';
import { createGate, getGate, listGates } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { gateParams as params } from './params.ts';
import { listQuery, splitPage } from './query.ts';

const tags = ['Gates'];
const read = { access: 'servers:read' } as const;
const write = { access: 'servers:write' } as const;

export function gateRoutes(app: Api, { services }: AppDeps): void {
  app.post(
    '/gates',
    {
      config: write,
      schema: {
        tags,
        operationId: 'createGate',
        summary: 'Wait until a server is good after a deploy',
        description: `Probes from all regions until two rounds in a row are good, or the time is over; read the gate to learn which. \`gate.passed\` or \`gate.failed\` is told then. At most ${MAX_WAITING_GATES} wait for a server at a time.`,
        body: createGateBody,
        response: { 202: gate },
      },
    },
    async (request, reply) => reply.code(202).send(await createGate(services, scopeOf(request), request.body)),
  );

  app.get(
    '/gates',
    {
      config: read,
      schema: {
        tags,
        operationId: 'listGates',
        summary: 'List gates, newest first',
        querystring: listQuery(listGatesFilter),
        response: { 200: page(gate) },
      },
    },
    async (request) => {
      const { filter, page } = splitPage(request.query);
      return listGates(services, scopeOf(request), filter, page);
    },
  );

  app.get(
    '/gates/:id',
    {
      config: read,
      schema: {
        tags,
        operationId: 'getGate',
        summary: 'One gate: whether it passed, and why not yet',
        params,
        response: { 200: gate },
      },
    },
    async (request) => getGate(services, scopeOf(request), request.params.id),
  );
}
