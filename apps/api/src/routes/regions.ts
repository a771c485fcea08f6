import { page, region } from '@alivemcp/contracts';
import { listRegions } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';

export function regionRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/regions',
    {
      config: { access: 'servers:read' },
      schema: {
        tags: ['Servers'],
        operationId: 'listRegions',
        summary: 'Places that servers are probed from',
        response: { 200: page(region) },
      },
    },
    async () => listRegions(services),
  );
}
