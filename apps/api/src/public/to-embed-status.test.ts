import { embedStatus } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { PUBLIC_SERVER } from '../testing/public-server.ts';
import { toEmbedStatus } from './to-embed-status.ts';

const NOW = Date.parse('2026-11-02T10:00:30.900Z');

it('says how a server is, in the promised fields', () => {
  const status = toEmbedStatus(PUBLIC_SERVER, 'https://alive.example', NOW);
  expect(embedStatus.parse(status)).toEqual({
    slug: 'orders',
    name: 'Orders',
    state: 'down',
    status: 'down',
    uptime_30d: 99.98,
    uptime_24h_pct: 98.5,
    p95_ms: 420,
    p95_latency_ms_24h: 420,
    last_probe_ago: 30,
    last_probe_at: '2026-11-02T10:00:00.000Z',
    schema_drift_in_last_24h: true,
    status_page_url: 'https://alive.example/s/orders',
  });
});

it.each([
  ['up', 'live'],
  ['degraded', 'degraded'],
  ['paused', 'unknown'],
  ['maintenance', 'unknown'],
  ['pending', 'unknown'],
] as const)('calls %s %s', (status, state) => {
  expect(toEmbedStatus({ ...PUBLIC_SERVER, status }, '', NOW).state).toBe(state);
});

it('knows nothing of a server that was never probed', () => {
  const young = { ...PUBLIC_SERVER, lastProbeAt: null, driftAt: null };
  expect(toEmbedStatus(young, '', NOW)).toMatchObject({ last_probe_ago: null, schema_drift_in_last_24h: false });
});
