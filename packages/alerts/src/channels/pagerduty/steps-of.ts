import type { DriftClass, EventType, IncidentKind, WebhookBody } from '@alivemcp/contracts';

export type PagerdutySeverity = 'critical' | 'error' | 'warning' | 'info';
/** A severity is a trigger of that severity. */
export type PagerdutyStep = PagerdutySeverity | 'acknowledge' | 'resolve';

const STEPS: Record<EventType, readonly PagerdutyStep[]> = {
  'server.down': ['critical'],
  'server.recovered': ['resolve'],
  'server.degraded': ['warning'],
  'server.regional': ['info'],
  'server.unknown': ['warning'],
  'server.flapping': ['warning'],
  'server.drift': ['info'],
  'server.inconsistent': ['warning'],
  'credential.rejected': ['error'],
  'credential.expiring': ['warning'],
  'certificate.expiring': ['warning'],
  'incident.opened': ['error'],
  // Only people cause it: somebody is on it.
  'incident.updated': ['acknowledge'],
  'incident.resolved': ['resolve'],
  'maintenance.started': [],
  'maintenance.ended': [],
  'latency.breached': ['warning'],
  // What the last one that failed has opened.
  'gate.passed': ['resolve'],
  'gate.failed': ['error'],
  // Leaves nothing open.
  'channel.test': ['info', 'resolve'],
  'channel.disabled': ['warning'],
  // PagerDuty reminds by itself.
  'incident.reminder': [],
  'incident.escalated': ['critical'],
  // Each of them was told on its own.
  'servers.down': [],
  'servers.recovered': [],
};

const OPENED: Record<IncidentKind, PagerdutySeverity> = { down: 'critical', degraded: 'warning', manual: 'error' };
const DRIFTED: Record<DriftClass, PagerdutySeverity> = {
  breaking: 'error',
  behavioural: 'warning',
  additive: 'info',
  cosmetic: 'info',
};

/** What PagerDuty is told of an event, in this order; nothing of what nobody has to act on. */
export function stepsOf({ type, data: { incident, drift } }: WebhookBody): readonly PagerdutyStep[] {
  if (type === 'incident.opened' && incident) return [OPENED[incident.kind]];
  if (type === 'incident.updated' && incident?.state === 'resolved') return ['resolve'];
  if (type === 'server.drift' && drift) return [drift.accepted ? 'info' : DRIFTED[drift.class]];
  return STEPS[type];
}
