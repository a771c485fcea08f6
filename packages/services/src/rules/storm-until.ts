import type { EventData, EventType } from '@alivemcp/contracts';
import { type Db, hadManyServers, nextDigestAt } from '@alivemcp/db';

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

/** Whether so many others went the same way within two minutes that this one is told together with them. */
export async function isStorm(tx: Db, { type, at, data }: Happened): Promise<boolean> {
  const counted = COUNTED[type];
  if (!counted || !data.server) return false;
  const around = { from: new Date(at - STORM_MS), to: new Date(at + STORM_MS), count: SINGLES };
  return hadManyServers(tx, data.workspaceId, { type: counted, serverId: data.server.id, ...around });
}

/** When the digest is made, epoch ms: together with one that is waited for already, or in two minutes. */
export async function stormUntil(tx: Db, workspaceId: string, from: number): Promise<number> {
  const latest = from + STORM_MS;
  return (await nextDigestAt(tx, workspaceId, new Date(from), new Date(latest)))?.getTime() ?? latest;
}
