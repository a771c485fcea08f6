import type { CancelReason, ChannelType, EventData, EventType, HoldReason } from '@alivemcp/contracts';
import {
  type Audience,
  type Beginning,
  type Db,
  type Listener,
  listAudience,
  listBeginnings,
  listKnownChannels,
} from '@alivemcp/db';
import { quietUntil } from '@alivemcp/domain';
import type { NewEvent } from '../event/new-event.ts';
import type { Rules, RulesInForce } from './find-rules.ts';
import { isAutomatic, isAwaited, type Phase, phaseOf, wasShort } from './phase-of.ts';
import { routeOf } from './route-of.ts';
import { isStorm, isStormy, stormUntil } from './storm-until.ts';
import { twinOf } from './twin-of.ts';

/** One channel that an event goes to. */
export type Planned = {
  channelId: string;
  hold: { until: number; for: HoldReason } | null;
  /** It is noted, and not sent. */
  cancelledFor: CancelReason | null;
};

/** Where an event goes and when, by the rules in force. */
export async function planDeliveries(
  tx: Db,
  event: NewEvent,
  audience: Audience,
  { rules, mutedUntil }: RulesInForce,
  now: number,
): Promise<Planned[]> {
  const { type, data, incidentId } = event;
  const listeners = await listAudience(tx, data.workspaceId, type, audience);
  const phase = phaseOf(type);
  if (listeners.length === 0 || phase === 'apart') return listeners.map(({ id }) => atOnce(id));

  const isAfter = incidentId !== undefined && (phase === 'end' || phase === 'during');
  const beginnings = isAfter ? await listBeginnings(tx, data.workspaceId, incidentId, new Date(now)) : [];
  const begun = new Map(beginnings.map((each) => [each.channelId, each]));
  const isRouted = phase === 'notice' ? () => true : await findRoute(tx, event, rules);
  const isSaidBetter = await findTwin(tx, event, rules);
  const isMuted = mutedUntil > now && !isAwaited(type);
  const inStorm = isStormy(event) && (await isStorm(tx, event));

  const planned: Planned[] = [];
  for (const listener of listeners) {
    const beginning = begun.get(listener.id);
    if (!isTold(event, rules, beginning, isRouted(listener.id)) || isSaidBetter(listener)) continue;
    if (isMuted && !passesMute(phase, listener, beginning)) {
      planned.push({ ...atOnce(listener.id), cancelledFor: 'muted' });
      continue;
    }
    const inDigest = isForPeople(listener.type) && isStormy(event) && (inStorm || beginning?.inDigest === true);
    planned.push({ ...atOnce(listener.id), hold: await holdOf(tx, event, rules, listener, beginning, inDigest, now) });
  }
  return planned;
}

/** A program counts on each event, and does not tire of them; PagerDuty groups by itself. */
const isForPeople = (type: ChannelType): boolean => type !== 'webhook' && type !== 'pagerduty';

const atOnce = (channelId: string): Planned => ({ channelId, hold: null, cancelledFor: null });

/** Whether the routes let an event through to a channel. The end of an incident goes nowhere where its beginning may not go. */
async function findRoute(tx: Db, { type, data }: NewEvent, { routes }: Rules): Promise<(channelId: string) => boolean> {
  if (routes.length === 0) return () => true;
  const ids = routes.flatMap(({ channelIds }) => channelIds);
  const known = await listKnownChannels(tx, data.workspaceId, ids);
  const types: EventType[] = type === 'incident.resolved' ? [type, 'incident.opened'] : [type];
  const allowed = types.map((each) => routeOf(routes, each, known));
  return (channelId) => allowed.every((channels) => channels === null || channels.has(channelId));
}

/** Whether a channel of people gets another event of the same moment that says more. */
async function findTwin(tx: Db, event: NewEvent, rules: Rules): Promise<(listener: Listener) => boolean> {
  const twin = twinOf(event);
  if (twin === null) return () => false;
  const isRouted = await findRoute(tx, { ...event, type: twin }, rules);
  return ({ id, type, events }) => isForPeople(type) && (events === null || events.includes(twin)) && isRouted(id);
}

/** The end of what a channel was told goes there whatever the routes; of what was cancelled, or was short, it hears nothing. */
function isTold(
  { type, data }: NewEvent,
  { afterMs }: Rules,
  beginning: Beginning | undefined,
  isRouted: boolean,
): boolean {
  if (beginning?.cancelled) return false;
  if (phaseOf(type) !== 'end') return isRouted;
  if (beginning?.told) return true;
  return isRouted && !wasShort(data, afterMs);
}

/** Muted is what is new: the end of what was told before is the truth that is missing. A machine must not be left behind at all. */
function passesMute(phase: Phase, { type }: Listener, beginning: Beginning | undefined): boolean {
  if (phase === 'notice') return true;
  if (phase === 'during') return type === 'pagerduty' && beginning?.told === true;
  return phase === 'end' && beginning?.told === true;
}

async function holdOf(
  tx: Db,
  event: NewEvent,
  rules: Rules,
  { type: channelType }: Listener,
  beginning: Beginning | undefined,
  inDigest: boolean,
  now: number,
): Promise<Planned['hold']> {
  const { type, data } = event;
  const phase = phaseOf(type);
  const from = Math.max(now, phase === 'beginning' ? tellableAt(data, rules) : 0, heldBefore(phase, beginning));
  // What rings nobody must not be late: an alert would go on that is over.
  const ringsNobody = channelType === 'pagerduty' && (phase === 'end' || phase === 'during');
  const quietHours = isAwaited(type) || ringsNobody ? null : rules.quietHours;
  const quietEnd = quietHours && quietUntil(quietHours, from);
  if (inDigest) {
    const digestAt = await stormUntil(tx, data.workspaceId, now);
    return { until: Math.max(quietEnd ?? from, digestAt, beginning?.heldUntil?.getTime() ?? 0), for: 'storm' };
  }
  if (quietEnd !== null) return { until: quietEnd, for: 'quiet_hours' };
  return from > now ? { until: from, for: 'after' } : null;
}

const tellableAt = (data: EventData, { afterMs }: Rules): number =>
  isAutomatic(data) ? Date.parse(data.incident?.openedAt ?? '') + afterMs : 0;

/** Nobody hears of an incident's course before its beginning. */
const heldBefore = (phase: Phase, beginning: Beginning | undefined): number =>
  phase === 'during' ? (beginning?.heldUntil?.getTime() ?? 0) : 0;
