import type { EventType } from '@alivemcp/contracts';

const BEGINNINGS: EventType[] = ['server.down', 'server.degraded', 'latency.breached', 'incident.opened'];

/**
 * What the end of an incident makes old news where it was not told yet: all of its beginning. `isFollowed`: the channel hears
 * `server.recovered` next, and the events of the server are left to that.
 */
export function endedBy(type: EventType, isFollowed: boolean): EventType[] {
  if (type === 'server.recovered') return BEGINNINGS;
  if (type !== 'incident.resolved') return [];
  return isFollowed ? ['incident.opened'] : BEGINNINGS;
}

/** Events after which this one is old news, the one that says most of the same first. */
export function endingsOf(type: EventType): EventType[] {
  if (!BEGINNINGS.includes(type)) return [];
  const ends: EventType[] = ['server.recovered', 'incident.resolved'];
  return type === 'incident.opened' ? ends.toReversed() : ends;
}
