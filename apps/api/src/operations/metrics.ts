import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';

/** `/metrics`, for Prometheus. */
export function metricsRoute(app: Api, { metrics }: Pick<AppDeps, 'metrics'>): void {
  app.get(
    '/metrics',
    {
      schema: {
        tags: ['Operations'],
        operationId: 'metrics',
        summary: 'Metrics in the Prometheus text format',
        produces: ['text/plain'],
        response: { 200: z.string() },
      },
    },
    async (_request, reply) =>
      reply
        .type(metrics.contentType)
        .header('cache-control', 'no-store')
        .send(await metrics.render()),
  );
}
