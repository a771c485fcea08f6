import { slaReport, slaReportQuery } from '@alivemcp/contracts';
import { readSlaReport, renderSlaCsv } from '@alivemcp/services';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';

const CSV = 'text/csv; charset=utf-8; header=present';

export function reportRoutes(app: Api, { services }: AppDeps): void {
  app.get(
    '/reports/sla',
    {
      config: { access: 'servers:read' },
      schema: {
        tags: ['Reports'],
        operationId: 'readSlaReport',
        summary: 'A month against a target: availability, error budget, incidents, latency, handshakes',
        description: 'A running month is computed up to now, `until`. As CSV it has a row a server and no total.',
        querystring: slaReportQuery,
        response: {
          200: { content: { 'application/json': { schema: slaReport }, 'text/csv': { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query;
      const report = await readSlaReport(services, scopeOf(request), query);
      if (format === 'json') return report;
      const name = `sla-${report.month}.csv`;
      return reply.type(CSV).header('content-disposition', `attachment; filename="${name}"`).send(renderSlaCsv(report));
    },
  );
}
