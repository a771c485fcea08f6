import { housekeepingRun, page, region } from '@alivemcp/contracts';
import { listHousekeeping, listRegions } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';

/** How the installation itself is. */
export function systemRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/regions',
    {
      config: { access: 'servers:read' },
      schema: {
        tags: ['Operations'],
        operationId: 'listRegions',
        summary: 'Places that servers are probed from, and how they do',
        response: { 200: page(region) },
      },
    },
    async () => listRegions(services),
  );
  app.get(
    '/housekeeping',
    {
      config: { access: 'servers:read' },
      schema: {
        tags: ['Operations'],
        operationId: 'listHousekeeping',
        summary: 'What retention and packing did last',
        response: { 200: page(housekeepingRun) },
      },
    },
    async () => listHousekeeping(services),
  );
}
