import type { AlertRoute, EventType } from '@alivemcp/contracts';

/**
 * The channels an event may go to, or null for every channel. A route of which no channel exists any more counts as not made: what
 * somebody deleted must not silence anything.
 */
export function routeOf(
  routes: readonly AlertRoute[],
  type: EventType,
  known: { has(channelId: string): boolean },
): ReadonlySet<string> | null {
  const stands = ({ channelIds }: AlertRoute) => channelIds.length === 0 || channelIds.some((id) => known.has(id));
  const route = routes.find((each) => (each.events === null || each.events.includes(type)) && stands(each));
  return route ? new Set(route.channelIds) : null;
}
