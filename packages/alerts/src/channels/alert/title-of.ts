import type { EventData, EventType, WebhookBody } from '@alivemcp/contracts';
import { harmless } from './harmless.ts';
import { span } from './say-time.ts';
import { hostOf, serverName } from './server-name.ts';

const MAX_TITLE = 120;

type About = {
  name: string;
  count: number;
  incident: string;
  /** Of a digest: these were told before, and now it is somebody else's turn. */
  isEscalated: boolean;
  /** It was acknowledged in this very moment. */
  isAcknowledged: boolean;
  maintenance: string;
  drift: string;
  again: string;
};

const TITLES: Record<EventType, (about: About) => string> = {
  'server.down': ({ name }) => `${name} is down`,
  'server.recovered': ({ name, again }) => `${name} ${again}`,
  'server.degraded': ({ name }) => `${name} is degraded`,
  'server.regional': ({ name }) => `${name}: trouble in some regions`,
  'server.unknown': ({ name }) => `${name}: state unknown`,
  'server.flapping': ({ name }) => `${name} keeps changing its state`,
  'server.drift': ({ name, drift }) => `${name}: ${drift}`,
  'server.inconsistent': ({ name }) => `${name} shows several tool lists`,
  'credential.rejected': ({ name }) => `${name} rejects our credential`,
  'credential.expiring': ({ name }) => `${name}: our credential expires soon`,
  'certificate.expiring': ({ name }) => `${name}: its certificate expires soon`,
  'incident.opened': ({ incident }) => `Incident opened: ${incident}`,
  'incident.updated': ({ incident, isAcknowledged }) =>
    isAcknowledged ? `Acknowledged: ${incident}` : `Incident updated: ${incident}`,
  'incident.resolved': ({ incident }) => `Incident resolved: ${incident}`,
  'maintenance.started': ({ maintenance }) => `Maintenance has begun: ${maintenance}`,
  'maintenance.ended': ({ maintenance }) => `Maintenance is over: ${maintenance}`,
  'latency.breached': ({ name }) => `${name} is slower than its budget`,
  'gate.passed': ({ name }) => `${name} passed its gate`,
  'gate.failed': ({ name }) => `${name} failed its gate`,
  'channel.test': () => 'Test alert from AliveMCP',
  'channel.disabled': () => 'An alert channel was switched off',
  'incident.reminder': ({ name }) => `${name} is still down`,
  'incident.escalated': ({ name }) => `${name} is down, and nobody has acknowledged it`,
  'servers.down': ({ count, isEscalated }) =>
    isEscalated ? `${serversAre(count)} down, and nobody has acknowledged it` : `${serversAre(count, 'more ')} down`,
  'servers.recovered': ({ count }) => `${serversAre(count, 'more ')} up again`,
};

/** One line. Made of our words and those of the workspace's own people, so that it may stand in a mail's subject. */
export function titleOf({ type, timestamp, data }: WebhookBody): string {
  const name = serverName(data);
  const ownWords = (text: string | undefined) => harmless(text ?? '', MAX_TITLE, hostOf(data)) || name;
  return TITLES[type]({
    name,
    count: data.serverCount ?? 0,
    incident: ownWords(data.incident?.title),
    isEscalated: data.combines?.includes('incident.escalated') ?? false,
    isAcknowledged: data.incident?.acknowledgedAt === timestamp,
    maintenance: ownWords(data.maintenance?.title),
    drift: data.drift ? `${data.drift.class} change` : 'its tools changed',
    again: againText(data),
  });
}

const serversAre = (count: number, more = ''): string => `${count} ${more}${count === 1 ? 'server is' : 'servers are'}`;

/** Where nothing was said when it began, that is said now. */
function againText({ combines, incident }: EventData): string {
  if (!combines?.length || incident?.durationMs == null) return 'is up again';
  return `was ${incident.kind === 'degraded' ? 'degraded' : 'down'} for ${span(incident.durationMs)}, is up again`;
}
