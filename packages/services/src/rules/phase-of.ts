import type { EventData, EventType } from '@alivemcp/contracts';

/**
 * What an event is to an outage: its `beginning`, its `end`, what people say `during` it; `notice` is a reminder or an escalation,
 * `news` anything else. `apart` obeys no rule: it is about alerting itself, or was asked for.
 */
export type Phase = 'beginning' | 'end' | 'during' | 'notice' | 'news' | 'apart';

const PHASES: Partial<Record<EventType, Phase>> = {
  'server.down': 'beginning',
  'server.degraded': 'beginning',
  'latency.breached': 'beginning',
  'incident.opened': 'beginning',
  'server.recovered': 'end',
  'incident.resolved': 'end',
  'incident.updated': 'during',
  'incident.reminder': 'notice',
  'incident.escalated': 'notice',
  'servers.down': 'apart',
  'servers.recovered': 'apart',
  'channel.test': 'apart',
  'channel.disabled': 'apart',
};

export const phaseOf = (type: EventType): Phase => PHASES[type] ?? 'news';

/** It goes by what channels know of the beginning. */
export const isAfterBeginning = (phase: Phase): boolean => phase === 'end' || phase === 'during';

/** Somebody waits for it. */
export const isAwaited = (type: EventType): boolean => type === 'gate.passed' || type === 'gate.failed';

export const isAutomatic = ({ incident }: EventData): boolean => incident !== undefined && incident.kind !== 'manual';

/** No later event tells of the end of this incident: `server.recovered` comes after `incident.resolved`. */
export const isLastEnd = (type: EventType, data: EventData): boolean =>
  type === 'server.recovered' || (type === 'incident.resolved' && !(isAutomatic(data) && data.status === 'up'));

/** An outage that was over before it was to be told. */
export const wasShort = (data: EventData, afterMs: number): boolean =>
  isAutomatic(data) && (data.incident?.durationMs ?? Number.POSITIVE_INFINITY) < afterMs;
