import type { BadgeMetric, PublicServer, UptimeWindow } from '@alivemcp/contracts';
import { type Message, STATUS_COLORS, UNKNOWN } from './badge.ts';
import { badgeText } from './badge-text.ts';
import { percent } from './percent.ts';
import { span } from './span.ts';

/** Below this share of observed time a figure is an estimate. */
const FULL_COVERAGE_PERCENT = 95;
/** Default latency budget of a server. */
const SLOW_MS = 2000;
const NEWS_MS = 7 * 86_400_000;

type Facts = { server: PublicServer; window: UptimeWindow; now: number };

/** What each metric says of a server. */
export const MESSAGES: Record<BadgeMetric, (facts: Facts) => Message> = {
  status: ({ server }) => ({ text: server.status, color: STATUS_COLORS[server.status] }),

  uptime({ server, window }) {
    const value = server.uptime[window];
    if (value === null) return UNKNOWN;
    const text = `${server.coverage30d < FULL_COVERAGE_PERCENT ? '~' : ''}${percent(value)}`;
    return { text, color: value >= 99.9 ? 'brightgreen' : value >= 99 ? 'green' : value >= 95 ? 'yellow' : 'red' };
  },

  latency({ server, window }) {
    const ms = server.latency[window].p95Ms;
    if (ms === null) return UNKNOWN;
    const text = ms < 1000 ? `${Math.ceil(ms)} ms` : `${(Math.ceil(ms / 100) / 10).toFixed(1)} s`;
    return { text: `p95 ${text}`, color: ms <= SLOW_MS ? 'brightgreen' : 'orange' };
  },

  tools: ({ server }) => (server.tools ? { text: String(server.tools.count), color: 'blue' } : UNKNOWN),

  schema({ server, now }) {
    if (!server.tools) return UNKNOWN;
    const age = now - Date.parse(server.driftAt ?? server.tools.changedAt);
    if (server.driftAt !== null && age < NEWS_MS) return { text: `changed ${span(age)} ago`, color: 'orange' };
    return { text: `stable ${span(age)}`, color: 'brightgreen' };
  },

  protocol({ server }) {
    const text = badgeText(server.protocolVersion ?? '');
    return text === '' ? UNKNOWN : { text, color: 'blue' };
  },
};
