import type { EventData, WebhookBody } from '@alivemcp/contracts';
import { failedStep } from './failed-step.ts';
import { harmless } from './harmless.ts';
import { sinceWhen, span, utc } from './say-time.ts';
import { hostOf, serverName } from './server-name.ts';

export type AlertFact = { label: string; value: string };

const MAX_FACTS = 10;
const MAX_NAMED = 8;
const MAX_SHORT = 60;

const VERDICTS = {
  honest: 'the version says as much',
  understated: 'the version says less than what changed',
  overstated: 'the version says more than what changed',
  unversioned: 'no version to compare',
} as const;

/** The facts of an alert, each a label of ours and a value; at most ten. */
export function factsOf({ timestamp, data }: WebhookBody): AlertFact[] {
  const { server, status, previousStatus, since, incident, regions, drift, maintenance } = data;
  const facts: [label: string, value: string | null | undefined | false][] = [
    ['Server', server && aboutServer(data)],
    ['State', status && (previousStatus ? `${previousStatus} → ${status}` : status)],
    ['Since', since && sinceWhen(since, timestamp)],
    ['Failed step', data.class && failedStep(data.class)],
    ['Regions', regions && regionsText(regions)],
    ['Last good probe', data.lastGoodAt && status !== 'up' && utc(data.lastGoodAt)],
    ['Latency', data.latency && latencyText(data.latency)],
    ['Change', drift && driftText(drift)],
    ['Lasted', incident?.durationMs != null && span(incident.durationMs)],
    ['Acknowledged', incident?.acknowledgedAt && utc(incident.acknowledgedAt)],
    ['Incident', incident?.state],
    ['Window', maintenance && `${utc(maintenance.startsAt)} to ${utc(maintenance.endsAt)}`],
    [
      'Servers',
      maintenance &&
        named(
          maintenance.servers.map(({ name }) => name),
          maintenance.serverCount,
        ),
    ],
    [
      'Servers',
      data.servers &&
        named(
          data.servers.map(({ name }) => name),
          data.serverCount,
        ),
    ],
    ['Reference', reference(data)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])).slice(0, MAX_FACTS);
}

function nameAndHost(data: EventData): string {
  const [name, host] = [serverName(data), hostOf(data)];
  return host === '' || name === host ? name : `${name} (${host})`;
}

function aboutServer(data: EventData): string {
  const { tags = [] } = data.server ?? {};
  return tags.length > 0 ? `${nameAndHost(data)}, tagged ${named(tags)}` : nameAndHost(data);
}

function regionsText({ failing, sighted, assigned }: NonNullable<EventData['regions']>): string {
  const which = failing.length > 0 ? `: ${named(failing)}` : '';
  return `${failing.length} failing, ${sighted.length} sighted, ${assigned.length} assigned${which}`;
}

function latencyText({ nowMs, normalMs }: NonNullable<EventData['latency']>): string {
  const normally = `normally ${normalMs.toLocaleString('en')} ms`;
  return nowMs === null ? normally : `${nowMs.toLocaleString('en')} ms, ${normally}`;
}

function driftText({
  class: driftClass,
  changeCount,
  versionVerdict,
  accepted,
}: NonNullable<EventData['drift']>): string {
  const count = `${changeCount} ${changeCount === 1 ? 'change' : 'changes'}`;
  return `${driftClass}, ${count}, ${VERDICTS[versionVerdict]}${accepted ? ', accepted by rule' : ''}`;
}

/** What programs go by; for people it is the least of it. */
function reference({ dedupKey, sequence }: EventData): string {
  const key = harmless(dedupKey, MAX_SHORT);
  return sequence > 0 ? `${key}, change of state ${sequence}` : key;
}

function named(names: readonly string[], count = names.length): string {
  const shown = names.slice(0, MAX_NAMED);
  const more = count > shown.length ? ` and ${count - shown.length} more` : '';
  return `${shown.map((name) => harmless(name, MAX_SHORT)).join(', ')}${more}`;
}
