import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';

const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11')
  .meta({ description: 'UTC calendar month', example: '2026-11' });

export const slaReportQuery = z.object({
  month: month.optional().meta({ description: 'UTC calendar month; default: the running one', example: '2026-11' }),
  target: z.coerce.number().gt(0).lt(100).default(99.9).meta({ description: 'Availability to reach, percent' }),
  serverId: idSchema('server').optional().meta({ description: 'Only this server' }),
  format: z.enum(['json', 'csv']).default('json'),
});
export type SlaReportQuery = z.infer<typeof slaReportQuery>;

const percent = z.number().min(0).max(100).nullable();
const meanMs = z.int().nullable();

const figures = z.object({
  availabilityPercent: percent.meta({ description: 'Floored to two decimals; null when nothing was observed' }),
  coveragePercent: percent.meta({ description: 'Share of the time to observe that was; null when there was none' }),
  observedMs: z.int().meta({ description: 'Up, degraded and down' }),
  downMs: z.int().nullable(),
  budget: z
    .object({
      allowedMs: z.int().meta({ description: 'Of a running month: of the whole of it' }),
      spentMs: z.int(),
      leftMs: z.int().meta({ description: 'Below zero when more was spent than allowed' }),
      spentPercent: z.number().nullable(),
      burnRate: z.number().nullable().meta({ description: '1 spends exactly all of it by the end of the month' }),
    })
    .nullable()
    .meta({ description: 'Error budget at the target; null when nothing was observed' }),
  incidents: z
    .object({
      count: z.int(),
      resolved: z.int(),
      mttrMs: meanMs.meta({ description: 'Mean time to recovery' }),
      mtbfMs: meanMs.meta({ description: 'Mean time between failures' }),
      detectMs: meanMs.meta({ description: 'Mean time to detect' }),
    })
    .meta({ description: 'Automatic incidents of kind `down` that began in the month' }),
  latency: z.object({
    count: z.int(),
    p50Ms: z.int().nullable(),
    p95Ms: z.int().nullable(),
    p99Ms: z.int().nullable(),
  }),
  handshakes: z.object({
    count: z.int().meta({ description: 'Probes that were up, degraded or down' }),
    successPercent: percent.meta({ description: 'Of these, up or degraded; floored' }),
  }),
});
export type SlaFigures = z.infer<typeof figures>;

/** Answer of `GET /api/v1/reports/sla`. Every formula stands in docs/sla-report.md. */
export const slaReport = z
  .object({
    month,
    from: isoTime,
    to: isoTime.meta({ description: 'End of the month; not in it' }),
    until: isoTime.meta({ description: 'How far the figures go: before `to` in a running month' }),
    targetPercent: z.number(),
    servers: z.array(z.object({ serverId: idSchema('server'), name: z.string(), ...figures.shape })),
    total: figures,
  })
  .meta({ id: 'SlaReport' });
export type SlaReport = z.infer<typeof slaReport>;
export type SlaServer = SlaReport['servers'][number];
