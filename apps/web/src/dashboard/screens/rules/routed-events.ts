import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';
import { chosenFrom } from '../channels/event-groups.ts';

/** They go to who was told before, or to everyone, whatever the routes say. */
type Unrouted =
  | 'channel.test'
  | 'channel.disabled'
  | 'incident.reminder'
  | 'incident.escalated'
  | 'servers.down'
  | 'servers.recovered';
export type RoutedEvent = Exclude<EventType, Unrouted>;

/** What an event is called in a sentence. */
export const EVENT_NOUNS: Record<RoutedEvent, string> = {
  'server.down': 'an outage',
  'server.recovered': 'a recovery',
  'server.degraded': 'a fault that people feel',
  'server.regional': 'trouble in one region',
  'server.unknown': 'a lack of results',
  'server.flapping': 'flapping',
  'server.drift': 'drift',
  'server.inconsistent': 'several tool lists at once',
  'credential.rejected': 'a rejected credential',
  'credential.expiring': 'an expiring credential',
  'certificate.expiring': 'an expiring certificate',
  'incident.opened': 'a new incident',
  'incident.updated': 'news of an incident',
  'incident.resolved': 'the end of an incident',
  'maintenance.started': 'the start of maintenance',
  'maintenance.ended': 'the end of maintenance',
  'latency.breached': 'slowness',
  'gate.passed': 'a passed gate',
  'gate.failed': 'a failed gate',
};

export const isRouted = (type: EventType): type is RoutedEvent => type in EVENT_NOUNS;

/** What a route can name, in the order in which it is offered. */
export const ROUTED: RoutedEvent[] = chosenFrom(EVENT_TYPES).filter(isRouted);
