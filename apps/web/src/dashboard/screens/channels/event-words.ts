import type { EventType } from '@alivemcp/contracts';

/** When an event is sent. */
export const EVENT_WORDS: Record<EventType, string> = {
  'server.down': 'The regions agree that it is down',
  'server.recovered': 'It is up again',
  'server.degraded': 'Alive, with a fault that people feel',
  'server.regional': 'One region sees trouble, the others do not',
  'server.unknown': 'No region has a fresh result',
  'server.flapping': 'Its state changes too often to be told each time',
  'server.drift': 'Its tools, or what else it promises, changed',
  'server.inconsistent': 'It shows several tool lists at once',
  'credential.rejected': 'The stored credential stopped working',
  'credential.expiring': 'The stored credential expires soon',
  'certificate.expiring': 'Its certificate expires soon',
  'incident.opened': 'An incident begins',
  'incident.updated': 'Somebody said something about it',
  'incident.resolved': 'An incident is over',
  'maintenance.started': 'Announced work begins',
  'maintenance.ended': 'Announced work is over',
  'latency.breached': 'Correct answers, slower than its budget',
  'gate.passed': 'A check after a deployment passed',
  'gate.failed': 'A check after a deployment failed',
  'channel.test': 'You pressed “test”',
  'channel.disabled': 'A channel was switched off',
};
