import type {
  PublicIncident,
  PublicMaintenance,
  PublicServer,
  ServerPageView,
  StatusPageComponent,
  StatusPageView,
  UptimeDay,
} from '@alivemcp/contracts';

const NOW = '2026-11-02T10:00:00.000Z';
const DAY_MS = 86_400_000;

/** Ninety days up to 2026-11-02, with the troubles named by their distance from today. */
export function days(troubles: Record<number, Partial<UptimeDay>> = {}): UptimeDay[] {
  return Array.from({ length: 90 }, (_, index) => {
    const ago = 89 - index;
    const day = new Date(Date.parse(NOW) - ago * DAY_MS).toISOString().slice(0, 10);
    return { day, uptimePercent: 100, downMs: 0, degradedMs: 0, coveragePercent: 100, ...troubles[ago] };
  });
}

export const NO_DATA = { uptimePercent: null, coveragePercent: 0 };
export const DOWN = { uptimePercent: 99.31, downMs: 596_000 };
export const DEGRADED = { degradedMs: 3_600_000 };

const REGIONS: PublicServer['regions'] = ['Dublin', 'Virginia', 'Singapore'].map((name) => ({
  region: name.toLowerCase(),
  name,
  status: 'up',
  class: null,
  latencyMs: 180,
  checkedAt: NOW,
}));

const SERVER: PublicServer = {
  id: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
  slug: 'orders',
  name: 'Orders',
  url: 'https://orders.example.com/mcp',
  status: 'up',
  posture: 'open',
  since: '2026-10-20T04:12:00.000Z',
  class: null,
  summary: null,
  lastProbeAt: NOW,
  regions: REGIONS,
  uptime: { '24h': 100, '7d': 99.97, '30d': 99.98, '90d': 99.91 },
  coverage30d: 99.8,
  latency: {
    '24h': { p50Ms: 120, p95Ms: 420 },
    '7d': { p50Ms: 121, p95Ms: 421 },
    '30d': { p50Ms: 122, p95Ms: 422 },
    '90d': { p50Ms: null, p95Ms: null },
  },
  protocolVersion: '2025-11-25',
  serverInfo: { name: 'orders-mcp', version: '1.4.0' },
  tools: { count: 14, changedAt: '2026-10-28T10:00:00.000Z' },
  driftAt: '2026-10-28T10:00:00.000Z',
  openIncident: null,
};

export const OPEN: PublicIncident = {
  id: 'inc_open',
  kind: 'down',
  state: 'identified',
  title: 'Orders is down',
  serverId: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
  serverName: 'Orders',
  openedAt: '2026-11-02T09:41:00.000Z',
  resolvedAt: null,
  durationMs: 1_140_000,
  updates: [
    {
      id: 'upd_2',
      at: '2026-11-02T09:52:00.000Z',
      state: 'identified',
      body: 'A deployment lost its tools. We roll it back.',
    },
    {
      id: 'upd_1',
      at: '2026-11-02T09:41:00.000Z',
      state: 'investigating',
      body: 'The tool list is empty in all regions.',
    },
  ],
};

export const PAST: PublicIncident = {
  id: 'inc_past',
  kind: 'degraded',
  state: 'resolved',
  title: 'Search is slow from Singapore',
  serverId: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c6',
  serverName: 'Search',
  openedAt: '2026-10-27T22:10:00.000Z',
  resolvedAt: '2026-10-27T23:04:00.000Z',
  durationMs: 3_240_000,
  updates: [
    { id: 'upd_4', at: '2026-10-27T23:04:00.000Z', state: 'resolved', body: 'Latency is as before.' },
    { id: 'upd_3', at: '2026-10-27T22:10:00.000Z', state: 'investigating', body: 'p95 is 4 times what it was.' },
  ],
};

export const ANNOUNCED: PublicMaintenance = {
  id: 'mnt_1',
  title: 'Move to another database',
  description: 'Orders can be read, not written.',
  state: 'scheduled',
  startsAt: '2026-11-05T22:00:00.000Z',
  endsAt: '2026-11-05T23:30:00.000Z',
  servers: [{ id: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5', name: 'Orders' }],
  createdAt: NOW,
  updatedAt: NOW,
};

const VERSIONS = { fromVersion: '1.3.2', toVersion: '1.4.0' };

export function serverView(server: Partial<PublicServer> = {}, view: Partial<ServerPageView> = {}): ServerPageView {
  const ninety = days({ 5: DOWN, 17: DEGRADED, 40: NO_DATA });
  return {
    server: { ...SERVER, ...server },
    days: ninety,
    coverage: { '24h': 100, '7d': 99.9, '30d': 99.8, '90d': 98.8 },
    latencyDays: ninety.map(({ day, uptimePercent }, index) => ({
      day,
      p50Ms: uptimePercent === null ? null : 110 + ((index * 7) % 23),
      p95Ms: uptimePercent === null ? null : 300 + ((index * 31) % 140),
    })),
    incidents: [],
    drifts: [
      {
        id: 'drf_2',
        at: '2026-10-28T10:00:00.000Z',
        class: 'additive',
        summary: 'Tool "refund_order" was added.',
        ...VERSIONS,
        sections: [{ heading: 'Additive', lines: ['refund_order is a new tool'], left: 2 }],
      },
      {
        id: 'drf_1',
        at: '2026-10-02T08:30:00.000Z',
        class: 'breaking',
        summary: 'Tool "find_order": input.id became required.',
        fromVersion: null,
        toVersion: null,
        sections: [],
      },
    ],
    deprecated: [],
    inconsistent: [],
    maintenance: [],
    toolNames: ['find_order', 'list_orders', 'refund_order'],
    generatedUntil: null,
    ...view,
  };
}

export function component(name: string, change: Partial<StatusPageComponent> = {}): StatusPageComponent {
  const { status, since, summary, lastProbeAt, regions, uptime, tools, driftAt } = SERVER;
  return {
    id: `spc_${name.toLowerCase()}`,
    name,
    group: null,
    status,
    since,
    summary,
    lastProbeAt,
    regions,
    uptime,
    coverage90d: 100,
    p95Ms: 420,
    days: days(),
    tools,
    driftAt,
    path: `/s/${name.toLowerCase()}`,
    createdAt: NOW,
    updatedAt: NOW,
    ...change,
  };
}

export function statusView(change: Partial<StatusPageView> = {}): StatusPageView {
  return {
    id: 'stp_01k9x2m4q8r6t3v5w7y9z1b3c5',
    slug: 'acme',
    title: 'Acme tools',
    description: 'The MCP servers that Acme runs for its partners.',
    updatedAt: NOW,
    components: [component('Orders'), component('Search'), component('Mail')],
    incidents: [],
    maintenance: [],
    generatedUntil: null,
    ...change,
  };
}
