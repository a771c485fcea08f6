import type { BadgeMetric, BadgeQuery, PublicServer, UptimeWindow } from '@alivemcp/contracts';
import { makeBadge } from 'badge-maker';
import { UNKNOWN } from './badge.ts';
import { badgeText } from './badge-text.ts';
import { MESSAGES } from './messages.ts';

/** What shields.io reads from its endpoint badge. `isError` keeps a README from painting a failure green. */
export type ShieldsEndpoint = { schemaVersion: 1; label: string; message: string; color: string; isError?: true };

export type RenderedBadge = { svg: string; json: ShieldsEndpoint };

/**
 * The badge of a server in both formats. null, for a server that does not exist or is not public, gives the grey "unknown"
 * badge, the same bytes for both. `now` is epoch ms, read only by `schema`.
 */
export function renderBadge(server: PublicServer | null, query: BadgeQuery, now: number): RenderedBadge {
  const { metric, style } = query;
  const window = query.window ?? (metric === 'latency' ? '24h' : '30d');
  const label = badgeText(query.label ?? defaultLabel(metric, window));
  const { text: message, color } = server ? MESSAGES[metric]({ server, window, now }) : UNKNOWN;
  const isError = server === null || (metric === 'status' && server.status === 'down');
  return {
    svg: makeBadge({ label, message, color, style }),
    json: { schemaVersion: 1, label, message, color, ...(isError ? { isError } : {}) },
  };
}

function defaultLabel(metric: BadgeMetric, window: UptimeWindow): string {
  if (metric === 'status') return 'MCP server';
  if (metric === 'protocol') return 'MCP';
  return metric === 'uptime' || metric === 'latency' ? `${metric} ${window}` : metric;
}
