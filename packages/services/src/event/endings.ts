import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';
import { phaseOf } from '../rules/phase-of.ts';

export const BEGINNINGS = EVENT_TYPES.filter((type) => phaseOf(type) === 'beginning');
/** The one that says most first. */
export const ENDS = ['server.recovered', 'incident.resolved'] satisfies EventType[];

/**
 * What the end of an incident makes old news where it was not told yet: all of its beginning. `isFollowed`: the channel hears
 * `server.recovered` next, and the events of the server are left to that.
 */
export const endedBy = (isFollowed: boolean): readonly EventType[] => (isFollowed ? ['incident.opened'] : BEGINNINGS);

/** Events after which this one is old news, the one that says most of the same first. */
export function endingsOf(type: EventType): EventType[] {
  if (!BEGINNINGS.includes(type)) return [];
  return type === 'incident.opened' ? ENDS.toReversed() : ENDS;
}
