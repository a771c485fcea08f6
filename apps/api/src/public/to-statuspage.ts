import type { PublicIncident, ServerStatus, StatusPageComponent, StatusPageView } from '@alivemcp/contracts';
import { madeId } from './made-id.ts';
import { toScheduled } from './to-scheduled.ts';

/** Best first. */
const COMPONENT_STATUSES = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;
type ComponentStatus = (typeof COMPONENT_STATUSES)[number];

/** Statuspage has no word for "not known": what we do not watch, or cannot see, is neither fine nor out. */
const STATUS_WORDS: Record<ServerStatus, ComponentStatus> = {
  up: 'operational',
  degraded: 'degraded_performance',
  down: 'major_outage',
  maintenance: 'under_maintenance',
  paused: 'under_maintenance',
  unknown: 'under_maintenance',
  pending: 'under_maintenance',
};

const IMPACTS: Record<PublicIncident['kind'], string> = { down: 'major', degraded: 'minor', manual: 'minor' };

/** The documents of Statuspage's public API (v2), by their names, for a page of ours. */
export function toStatuspage(view: StatusPageView, publicUrl: string) {
  const url = `${publicUrl}/status/${view.slug}`;
  const page = { id: view.id, name: view.title, url, time_zone: 'Etc/UTC', updated_at: view.updatedAt };
  const components = toComponents(view);
  const incidents = view.incidents.map((incident) => toIncident(incident, view.id, url, components));
  const unresolved = incidents.filter((incident) => incident.resolved_at === null);
  const maintenances = view.maintenance.map((each) => toScheduled(each, view.id, url, components));
  const announced = maintenances.filter((each) => each.resolved_at === null);
  const status = toStatus(view.components);
  return {
    summary: { page, components, incidents: unresolved, scheduled_maintenances: announced, status },
    status: { page, status },
    components: { page, components },
    incidents: { page, incidents },
    'scheduled-maintenances': { page, scheduled_maintenances: maintenances },
  };
}

const statusOf = ({ status, regions }: StatusPageComponent): ComponentStatus =>
  status === 'degraded' && regions.some((region) => region.status === 'down') ? 'partial_outage' : STATUS_WORDS[status];

const worst = (statuses: ComponentStatus[]): ComponentStatus =>
  COMPONENT_STATUSES.findLast((status) => statuses.includes(status)) ?? 'operational';

/** The page in one word and one sentence. What is not watched at present does not make an outage smaller. */
function toStatus(components: StatusPageComponent[]): { indicator: string; description: string } {
  const statuses = components.map(statusOf);
  const watched = statuses.filter((status) => status !== 'under_maintenance');
  switch (worst(statuses)) {
    case 'major_outage':
      return watched.every((status) => status === 'major_outage')
        ? { indicator: 'critical', description: 'Major Service Outage' }
        : { indicator: 'major', description: 'Partial System Outage' };
    case 'partial_outage':
      return { indicator: 'minor', description: 'Minor Service Outage' };
    case 'degraded_performance':
      return { indicator: 'minor', description: 'Partially Degraded Service' };
    case 'under_maintenance':
      return components.some(({ status }) => status === 'maintenance' || status === 'paused')
        ? { indicator: 'maintenance', description: 'Service Under Maintenance' }
        : { indicator: 'maintenance', description: 'No Fresh Observations' };
    case 'operational':
      return { indicator: 'none', description: 'All Systems Operational' };
  }
}

type Component = ReturnType<typeof toComponent>;
type Group = Omit<Component, 'group' | 'group_id'> & { group: true; group_id: null; components: string[] };

/** A heading is a component of its own, and stands before the first server under it. */
function toComponents({ id: pageId, components }: StatusPageView): (Component | Group)[] {
  const seen = new Set<string>();
  const rows = components.flatMap((component) => {
    const row = toComponent(component, pageId);
    if (component.group === null || seen.has(component.group)) return [row];
    seen.add(component.group);
    const members = components.filter((other) => other.group === component.group);
    return [toGroup(component.group, members, pageId), row];
  });
  return rows.map((row, i) => ({ ...row, position: i + 1 }));
}

const toComponent = (component: StatusPageComponent, pageId: string) => ({
  id: component.id,
  name: component.name,
  status: statusOf(component),
  created_at: component.createdAt,
  updated_at: component.updatedAt,
  position: 0,
  description: null,
  showcase: true,
  start_date: component.createdAt.slice(0, 10),
  group_id: component.group === null ? null : groupId(pageId, component.group),
  page_id: pageId,
  group: false as const,
  only_show_if_degraded: false,
});

function toGroup(name: string, members: StatusPageComponent[], pageId: string): Group {
  const created = members.map((member) => member.createdAt).sort();
  const updated = members.map((member) => member.updatedAt).sort();
  return {
    id: groupId(pageId, name),
    name,
    status: worst(members.map(statusOf)),
    created_at: created[0] ?? '',
    updated_at: updated.at(-1) ?? '',
    position: 0,
    description: null,
    showcase: false,
    start_date: (created[0] ?? '').slice(0, 10),
    group_id: null,
    page_id: pageId,
    group: true,
    only_show_if_degraded: false,
    components: members.map((member) => member.id),
  };
}

/** Headings have no id of ours: one that stays as long as the name does. */
const groupId = (pageId: string, name: string): string => madeId('grp', `${pageId}/${name}`);

function toIncident(incident: PublicIncident, pageId: string, url: string, components: (Component | Group)[]) {
  const { id, title, state, kind, openedAt, resolvedAt, updates, serverId } = incident;
  return {
    id,
    name: title,
    status: state,
    created_at: openedAt,
    updated_at: updates[0]?.at ?? openedAt,
    monitoring_at: updates.findLast((update) => update.state === 'monitoring')?.at ?? null,
    resolved_at: resolvedAt,
    impact: IMPACTS[kind],
    shortlink: `${url}#${id}`,
    started_at: openedAt,
    page_id: pageId,
    incident_updates: updates.map((update) => ({
      id: update.id,
      status: update.state,
      body: update.body,
      incident_id: id,
      created_at: update.at,
      updated_at: update.at,
      display_at: update.at,
    })),
    components: components.filter((component) => component.id === serverId),
  };
}
