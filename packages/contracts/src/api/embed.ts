import { z } from 'zod';
import { isoTime } from '../iso-time.ts';
import { SERVER_STATUSES } from '../words.ts';

/** Answer of `GET /api/embed-status/:slug`: no key, cacheable for a minute. */
export const embedStatus = z
  .object({
    slug: z.string(),
    name: z.string(),
    state: z.enum(['live', 'degraded', 'down', 'unknown']),
    status: z.enum(SERVER_STATUSES),
    uptime_30d: z.number().nullable(),
    uptime_24h_pct: z.number().nullable(),
    p95_ms: z.int().nullable(),
    p95_latency_ms_24h: z.int().nullable(),
    last_probe_ago: z.int().nullable().meta({ description: 'Seconds' }),
    last_probe_at: isoTime.nullable(),
    schema_drift_in_last_24h: z.boolean(),
    status_page_url: z.string(),
  })
  .meta({ id: 'EmbedStatus' });
export type EmbedStatus = z.infer<typeof embedStatus>;

/** What a badge, an embed and a public page need to know of a public server. */
export type PublicServer = {
  id: string;
  slug: string;
  name: string;
  url: string;
  status: (typeof SERVER_STATUSES)[number];
  posture: string | null;
  since: string;
  class: string | null;
  summary: string | null;
  lastProbeAt: string | null;
  regions: {
    region: string;
    /** A city, when the operator gave one. */
    name: string;
    status: string;
    class: string | null;
    latencyMs: number | null;
    checkedAt: string | null;
  }[];
  uptime: { '24h': number | null; '7d': number | null; '30d': number | null; '90d': number | null };
  coverage30d: number;
  latency: Record<'24h' | '7d' | '30d' | '90d', { p50Ms: number | null; p95Ms: number | null }>;
  protocolVersion: string | null;
  serverInfo: { name: string; version: string } | null;
  tools: { count: number; changedAt: string } | null;
  driftAt: string | null;
  openIncident: { id: string; title: string; openedAt: string } | null;
};
