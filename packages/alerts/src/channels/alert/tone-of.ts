import type { EventType, IncidentKind, WebhookBody } from '@alivemcp/contracts';

/** How loud an alert is. The words of its title say the same, so that no one needs the colour. */
export type Tone = 'bad' | 'warning' | 'good' | 'plain';

const TONES: Record<EventType, Tone> = {
  'server.down': 'bad',
  'server.recovered': 'good',
  'server.degraded': 'warning',
  'server.regional': 'warning',
  'server.unknown': 'warning',
  'server.flapping': 'warning',
  'server.drift': 'plain',
  'server.inconsistent': 'warning',
  'credential.rejected': 'bad',
  'credential.expiring': 'warning',
  'certificate.expiring': 'warning',
  'incident.opened': 'warning',
  'incident.updated': 'plain',
  'incident.resolved': 'good',
  'maintenance.started': 'plain',
  'maintenance.ended': 'plain',
  'latency.breached': 'warning',
  'gate.passed': 'good',
  'gate.failed': 'bad',
  'channel.test': 'plain',
  'channel.disabled': 'warning',
  'incident.reminder': 'bad',
  'incident.escalated': 'bad',
  'servers.down': 'bad',
  'servers.recovered': 'good',
};

const OPENED: Record<IncidentKind, Tone> = { down: 'bad', degraded: 'warning', manual: 'bad' };

export function toneOf({ type, data }: WebhookBody): Tone {
  if (type === 'incident.opened' && data.incident) return OPENED[data.incident.kind];
  if (type === 'server.drift' && data.drift?.class === 'breaking' && !data.drift.accepted) return 'bad';
  if (type === 'server.drift' && data.drift?.class === 'behavioural') return 'warning';
  return TONES[type];
}
