import type { PublicServer } from '@alivemcp/contracts';

/** A server that is down, with everything a page can show. */
export const PUBLIC_SERVER: PublicServer = {
  id: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
  slug: 'orders',
  name: 'Orders',
  url: 'https://orders.example.com/mcp',
  status: 'down',
  posture: 'open',
  since: '2026-11-02T09:58:00.000Z',
  class: 'mcp.tools_empty',
  summary: 'The tool list is empty.',
  lastProbeAt: '2026-11-02T10:00:00.000Z',
  regions: [
    {
      region: 'eu',
      name: 'Dublin',
      status: 'down',
      class: 'mcp.tools_empty',
      latencyMs: null,
      checkedAt: '2026-11-02T10:00:00.000Z',
    },
    { region: 'us', name: 'us', status: 'up', class: null, latencyMs: 210, checkedAt: null },
  ],
  uptime: { '24h': 98.5, '7d': 99.7, '30d': 99.98, '90d': null },
  coverage30d: 93.2,
  latency: {
    '24h': { p50Ms: 120, p95Ms: 420 },
    '7d': { p50Ms: 121, p95Ms: 421 },
    '30d': { p50Ms: 122, p95Ms: 422 },
    '90d': { p50Ms: null, p95Ms: null },
  },
  protocolVersion: '2025-11-25',
  serverInfo: { name: 'orders-mcp', version: '1.4.0' },
  tools: { count: 14, changedAt: '2026-11-01T10:00:00.000Z' },
  driftAt: '2026-11-01T20:00:00.000Z',
  openIncident: { id: 'inc_1', title: 'Orders is down', openedAt: '2026-11-02T09:58:00.000Z' },
};
