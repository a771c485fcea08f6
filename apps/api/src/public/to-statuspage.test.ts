import type {
  PublicIncident,
  PublicMaintenance,
  ServerStatus,
  StatusPageComponent,
  StatusPageView,
} from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { PUBLIC_SERVER } from '../testing/public-server.ts';
import { toStatuspage } from './to-statuspage.ts';

const AT = '2026-11-02T10:00:00.000Z';

const component = (status: ServerStatus, i: number, more: Partial<StatusPageComponent> = {}): StatusPageComponent => ({
  id: `srv_${i}`,
  name: `Server ${i}`,
  group: null,
  status,
  since: AT,
  summary: null,
  lastProbeAt: null,
  regions: [],
  uptime: PUBLIC_SERVER.uptime,
  coverage90d: 100,
  p95Ms: null,
  days: [],
  tools: null,
  driftAt: null,
  path: null,
  createdAt: AT,
  updatedAt: AT,
  ...more,
});
const viewOf = (components: StatusPageComponent[]): StatusPageView => ({
  id: 'pag_1',
  slug: 'acme',
  title: 'Acme',
  description: '',
  updatedAt: AT,
  components,
  incidents: [],
  maintenance: [],
  generatedUntil: null,
});
const indicator = (statuses: ServerStatus[]) =>
  toStatuspage(viewOf(statuses.map((status, i) => component(status, i))), '').status.status.indicator;

it.each<[ServerStatus[], string]>([
  [[], 'none'],
  [['up', 'up'], 'none'],
  [['up', 'degraded'], 'minor'],
  [['up', 'down', 'degraded'], 'major'],
  [['down', 'down'], 'critical'],
  [['down', 'paused'], 'critical'],
  [['up', 'maintenance'], 'maintenance'],
  [['up', 'unknown'], 'maintenance'],
  [['degraded', 'paused'], 'minor'],
])('says of %j: %s', (statuses, expected) => {
  expect(indicator(statuses)).toBe(expected);
});

it('calls it a partial outage when some regions cannot reach a server', () => {
  const regions = PUBLIC_SERVER.regions;
  const { summary } = toStatuspage(viewOf([component('degraded', 1, { regions })]), '');
  expect(summary.components[0]?.status).toBe('partial_outage');
  expect(summary.status.indicator).toBe('minor');
});

it('puts each heading once, before the first server under it, with its worst status', () => {
  const servers = [
    component('up', 1, { group: 'Core' }),
    component('down', 2),
    component('degraded', 3, { group: 'Core' }),
  ];
  const { components } = toStatuspage(viewOf(servers), '').components;
  expect(components.map(({ name, status, position, group }) => [name, status, position, group])).toEqual([
    ['Core', 'degraded_performance', 1, true],
    ['Server 1', 'operational', 2, false],
    ['Server 2', 'major_outage', 3, false],
    ['Server 3', 'degraded_performance', 4, false],
  ]);
  expect(components[0]).toMatchObject({ components: ['srv_1', 'srv_3'], group_id: null });
  expect(components[3]?.group_id).toBe(components[0]?.id);
});

it('shows resolved incidents in their own document only', () => {
  const incident = {
    id: 'inc_1',
    kind: 'down' as const,
    title: 'Server 1 is down',
    serverId: 'srv_1',
    serverName: 'Server 1',
    openedAt: AT,
    durationMs: 0,
    updates: [
      { id: 'upd_3', at: '2026-11-02T10:03:00.000Z', state: 'monitoring' as const, body: 'again' },
      { id: 'upd_2', at: '2026-11-02T10:02:00.000Z', state: 'monitoring' as const, body: 'first' },
    ],
  } satisfies Partial<PublicIncident>;
  const resolved: PublicIncident = { ...incident, id: 'inc_2', state: 'resolved', resolvedAt: AT };
  const open: PublicIncident = { ...incident, state: 'monitoring', resolvedAt: null };
  const view = { ...viewOf([component('down', 1)]), incidents: [open, resolved] };
  const documents = toStatuspage(view, 'https://alive.example');
  expect(documents.summary.incidents.map(({ id }) => id)).toEqual(['inc_1']);
  expect(documents.incidents.incidents.map(({ id }) => id)).toEqual(['inc_1', 'inc_2']);
  expect(documents.summary.incidents[0]).toMatchObject({
    monitoring_at: '2026-11-02T10:02:00.000Z',
    updated_at: '2026-11-02T10:03:00.000Z',
    shortlink: 'https://alive.example/status/acme#inc_1',
    components: [{ id: 'srv_1' }],
  });
});

it('announces work in the words of Statuspage, and keeps what is over out of the summary', () => {
  const window = (id: string, state: PublicMaintenance['state']): PublicMaintenance => ({
    id,
    title: 'Move',
    description: 'To another database.',
    state,
    startsAt: '2026-11-02T11:00:00.000Z',
    endsAt: '2026-11-02T12:00:00.000Z',
    servers: [{ id: 'srv_2', name: 'Server 2' }],
    createdAt: AT,
    updatedAt: AT,
  });
  const maintenance = [window('mnt_1', 'in_progress'), window('mnt_2', 'scheduled'), window('mnt_3', 'completed')];
  const view = { ...viewOf([component('up', 1), component('maintenance', 2)]), maintenance };
  const documents = toStatuspage(view, 'https://alive.example');
  const all = documents['scheduled-maintenances'].scheduled_maintenances;
  expect(all.map(({ incident_updates }) => incident_updates.map(({ status }) => status))).toEqual([
    ['in_progress', 'scheduled'],
    ['scheduled'],
    ['completed', 'in_progress', 'scheduled'],
  ]);
  expect(documents.summary.scheduled_maintenances.map(({ id }) => id)).toEqual(['mnt_1', 'mnt_2']);
  expect(all[0]).toMatchObject({
    name: 'Move',
    status: 'in_progress',
    impact: 'maintenance',
    scheduled_for: '2026-11-02T11:00:00.000Z',
    scheduled_until: '2026-11-02T12:00:00.000Z',
    updated_at: '2026-11-02T11:00:00.000Z',
    resolved_at: null,
    shortlink: 'https://alive.example/status/acme#mnt_1',
    components: [{ id: 'srv_2', status: 'under_maintenance' }],
  });
  expect(all[1]?.incident_updates[0]).toMatchObject({ body: 'To another database.', incident_id: 'mnt_2' });
  expect(all[2]?.resolved_at).toBe('2026-11-02T12:00:00.000Z');
  const ids = all.flatMap(({ incident_updates }) => incident_updates.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
