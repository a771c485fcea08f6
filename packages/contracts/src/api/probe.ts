import { z } from 'zod';
import { FAILURE_CLASS_NAMES } from '../failure-classes.ts';
import { isoTime } from '../iso-time.ts';
import { OUTCOMES, PHASE_NAMES, POSTURES, PROBE_REASONS, UPTIME_WINDOWS } from '../words.ts';
import { protocol } from './server.ts';

export const probeRecord = z
  .object({
    region: z.string(),
    reason: z.enum(PROBE_REASONS),
    scheduledAt: isoTime,
    startedAt: isoTime,
    outcome: z.enum(OUTCOMES),
    posture: z.enum(POSTURES),
    class: z.enum(FAILURE_CLASS_NAMES).nullable(),
    summary: z.string(),
    firstAction: z.string().nullable(),
    durationMs: z.int(),
    latencyMs: z.int().nullable(),
    phases: z.array(z.object({ name: z.enum(PHASE_NAMES), ms: z.number(), ok: z.boolean() })),
    protocol: protocol.nullable(),
    toolsHash: z.string().nullable(),
    toolsCount: z.int().nullable(),
    attempts: z.int(),
    suspect: z.boolean().meta({ description: 'The prober did not trust itself: recorded, not judged' }),
    transcript: z
      .unknown()
      .nullable()
      .meta({ description: 'The exchange that failed, redacted; kept for the first failure of each kind' }),
  })
  .meta({ id: 'Probe' });
export type ProbeRecord = z.infer<typeof probeRecord>;

export const listProbesFilter = z.object({
  region: z.string().optional(),
  outcome: z.enum(OUTCOMES).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export type ListProbesFilter = z.infer<typeof listProbesFilter>;

/** Answer of `POST …/:id/probe`; `pending` names regions that did not answer in time. */
export const probeNow = z
  .object({ requestedAt: isoTime, results: z.array(probeRecord), pending: z.array(z.string()) })
  .meta({ id: 'ProbeNow' });
export type ProbeNow = z.infer<typeof probeNow>;

export const latencyQuery = z.object({
  window: z.enum(UPTIME_WINDOWS).default('24h'),
  step: z.enum(['1h', '6h', '1d']).optional().meta({ description: 'Default: 1h to 7d, 1d beyond' }),
});
export type LatencyQuery = z.infer<typeof latencyQuery>;

const percentiles = z.object({
  count: z.int(),
  p50Ms: z.int().nullable(),
  p95Ms: z.int().nullable(),
  p99Ms: z.int().nullable(),
});
export type Percentiles = z.infer<typeof percentiles>;

export const latency = z
  .object({
    window: z.enum(UPTIME_WINDOWS),
    step: z.enum(['1h', '6h', '1d']),
    total: percentiles,
    phases: z.record(z.string(), percentiles),
    regions: z.record(z.string(), percentiles),
    points: z.array(z.object({ at: isoTime, ...percentiles.shape })),
  })
  .meta({ id: 'Latency' });
export type Latency = z.infer<typeof latency>;

export const uptimeQuery = z.object({ window: z.enum(UPTIME_WINDOWS).default('30d') });

export const uptime = z
  .object({
    window: z.enum(UPTIME_WINDOWS),
    from: isoTime,
    to: isoTime,
    uptimePercent: z
      .number()
      .nullable()
      .meta({ description: '(up + degraded) / (window − maintenance − paused − unknown), floored to two decimals' }),
    coveragePercent: z
      .number()
      .meta({ description: 'Share of the window, since registration, that was observed; floored' }),
    upMs: z.int(),
    degradedMs: z.int(),
    downMs: z.int(),
    unknownMs: z.int(),
    pausedMs: z.int(),
    maintenanceMs: z.int(),
    days: z.array(
      z.object({
        day: z.string().meta({ description: 'UTC day', example: '2026-11-02' }),
        uptimePercent: z.number().nullable(),
        downMs: z.int(),
        degradedMs: z.int(),
        coveragePercent: z.number(),
      }),
    ),
  })
  .meta({ id: 'Uptime' });
export type Uptime = z.infer<typeof uptime>;
export type UptimeDay = Uptime['days'][number];
