import type { EventType } from '@alivemcp/contracts';

type Ending = 'server.recovered' | 'incident.resolved';

/** What the end of an incident makes old news where it was not told yet. */
const ENDS: Record<Ending, EventType[]> = {
  'server.recovered': ['server.down', 'server.degraded', 'latency.breached', 'incident.opened'],
  'incident.resolved': ['incident.opened'],
};

export const endedBy = (type: EventType): EventType[] => ENDS[type as Ending] ?? [];

/** Events after which this one is old news. */
export const endingsOf = (type: EventType): EventType[] =>
  (Object.keys(ENDS) as Ending[]).filter((ending) => ENDS[ending].includes(type));
