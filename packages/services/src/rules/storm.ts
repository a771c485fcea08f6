import type { EventData, EventType } from '@alivemcp/contracts';
import { type Db, listServersAround, nextDigests } from '@alivemcp/db';

/** So many are told one by one. */
const SINGLES = 5;
const STORM_MS = 120_000;

/** What counts as the same thing happening to many servers. */
const COUNTED: Partial<Record<EventType, EventType>> = {
  'server.down': 'server.down',
  'incident.opened': 'server.down',
  'server.recovered': 'server.recovered',
  'incident.resolved': 'server.recovered',
  'incident.escalated': 'incident.escalated',
};

type Happened = { type: EventType; at: number; data: EventData };

/** Whether an event can be told in a digest: a server goes down, or comes back from it. */
export const isStormy = ({ type, data }: Happened): boolean =>
  COUNTED[type] !== undefined &&
  data.incident?.kind === 'down' &&
  (data.incident.resolvedAt === null || data.status === 'up');

/**
 * Of these events, in their order, those that are told in a digest: at least five other servers went the same way within two minutes,
 * before this change or earlier in it.
 */
export async function findStormy(tx: Db, events: readonly Happened[]): Promise<Set<Happened>> {
  const asked = events.flatMap((event) => {
    const type = COUNTED[event.type];
    const { server, workspaceId } = event.data;
    if (!type || !server || !isStormy(event)) return [];
    const [from, to] = [new Date(event.at - STORM_MS), new Date(event.at + STORM_MS)];
    return [{ event, workspaceId, type, serverId: server.id, from, to }];
  });
  const before = await listServersAround(tx, asked);
  const inStorm = new Set<Happened>();
  for (const [i, { event, workspaceId, type, serverId }] of asked.entries()) {
    const others = new Set(before[i]);
    for (const earlier of events.slice(0, events.indexOf(event)))
      if (earlier.type === type && earlier.data.workspaceId === workspaceId && isNear(earlier, event))
        others.add(earlier.data.server?.id ?? '');
    others.delete(serverId);
    if (others.size >= SINGLES) inStorm.add(event);
  }
  return inStorm;
}

const isNear = (a: Happened, b: Happened): boolean => Math.abs(a.at - b.at) <= STORM_MS;

/** When the next digest of each workspace is made, epoch ms: one that is waited for already, or one in two minutes. */
export async function digestTimes(tx: Db, workspaceIds: readonly string[], now: number): Promise<Map<string, number>> {
  const latest = now + STORM_MS;
  const waited = await nextDigests(tx, workspaceIds, new Date(now), new Date(latest));
  return new Map(workspaceIds.map((id) => [id, waited.get(id) ?? latest]));
}
