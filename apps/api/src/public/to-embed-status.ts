import type { EmbedStatus, PublicServer } from '@alivemcp/contracts';

const DAY_MS = 86_400_000;
const STATES: Partial<Record<PublicServer['status'], EmbedStatus['state']>> = {
  up: 'live',
  degraded: 'degraded',
  down: 'down',
};

/** The public state of a server for embedding. `now` is epoch ms. */
export function toEmbedStatus(server: PublicServer, publicUrl: string, now: number): EmbedStatus {
  const { lastProbeAt, driftAt } = server;
  const { p95Ms } = server.latency['24h'];
  return {
    slug: server.slug,
    name: server.name,
    state: STATES[server.status] ?? 'unknown',
    status: server.status,
    uptime_30d: server.uptime['30d'],
    uptime_24h_pct: server.uptime['24h'],
    p95_ms: p95Ms,
    p95_latency_ms_24h: p95Ms,
    last_probe_ago: lastProbeAt === null ? null : Math.max(0, Math.floor((now - Date.parse(lastProbeAt)) / 1000)),
    last_probe_at: lastProbeAt,
    schema_drift_in_last_24h: driftAt !== null && now - Date.parse(driftAt) < DAY_MS,
    status_page_url: `${publicUrl}/s/${server.slug}`,
  };
}
