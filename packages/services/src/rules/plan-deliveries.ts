import type { CancelReason, ChannelType, EventData, EventType, HoldReason } from '@alivemcp/contracts';
import type { Beginning, Listener } from '@alivemcp/db';
import { quietUntil } from '@alivemcp/domain';
import type { NewEvent } from '../event/new-event.ts';
import type { AlertCase } from './alert-case.ts';
import type { Rules } from './find-rules.ts';
import { isAfterBeginning, isAutomatic, isAwaited, type Phase, phaseOf, wasShort } from './phase-of.ts';
import { routeOf } from './route-of.ts';
import { isStormy } from './storm.ts';
import { twinOf } from './twin-of.ts';

/** One channel that an event goes to. */
export type Planned = {
  channelId: string;
  hold: { until: number; for: HoldReason } | null;
  /** It is noted, and not sent. */
  cancelledFor: CancelReason | null;
};

/** Where an event goes and when. */
export function planDeliveries(about: AlertCase, now: number): Planned[] {
  const { event, rules, mutedUntil, inStorm } = about;
  const { type } = event;
  const listeners = [...about.channels.values()].filter((channel) => isInAudience(about, channel));
  const phase = phaseOf(type);
  if (listeners.length === 0 || phase === 'apart') return listeners.map(({ id }) => atOnce(id));

  const isRouted = phase === 'notice' ? () => true : findRoute(about, type);
  const isSaidBetter = findTwin(about);
  const isMuted = mutedUntil > now && !isAwaited(type);

  const planned: Planned[] = [];
  for (const listener of listeners) {
    const beginning = isAfterBeginning(phase) ? about.beginnings.get(listener.id) : undefined;
    if (!isTold(event, rules, beginning, isRouted(listener.id)) || isSaidBetter(listener)) continue;
    if (isMuted && !passesMute(phase, listener, beginning)) {
      planned.push({ ...atOnce(listener.id), cancelledFor: 'muted' });
      continue;
    }
    const inDigest = isForPeople(listener.type) && isStormy(event) && (inStorm || beginning?.inDigest === true);
    planned.push({ ...atOnce(listener.id), hold: holdOf(about, listener, beginning, inDigest, now) });
  }
  return planned;
}

/** A program counts on each event, and does not tire of them; PagerDuty groups by itself. */
const isForPeople = (type: ChannelType): boolean => type !== 'webhook' && type !== 'pagerduty';

const atOnce = (channelId: string): Planned => ({ channelId, hold: null, cancelledFor: null });

const takes = ({ events }: Listener, type: EventType): boolean => events === null || events.includes(type);

function isInAudience({ event, audience, beginnings }: AlertCase, channel: Listener): boolean {
  if (!channel.enabled) return false;
  if (audience.kind === 'channel') return channel.id === audience.channelId;
  if (audience.kind === 'heard') return beginnings.get(channel.id)?.heard === true;
  if (audience.kind === 'told' && beginnings.get(channel.id)?.told !== true) return false;
  return takes(channel, event.type);
}

/** Whether the routes let an event through to a channel. The end of an incident goes nowhere where its beginning may not go. */
function findRoute({ channels, rules: { routes } }: AlertCase, type: EventType): (channelId: string) => boolean {
  const types: EventType[] = type === 'incident.resolved' ? [type, 'incident.opened'] : [type];
  const allowed = types.map((each) => routeOf(routes, each, channels));
  return (channelId) => allowed.every((channel) => channel === null || channel.has(channelId));
}

/** Whether a channel of people gets another event of the same moment that says more. */
function findTwin(about: AlertCase): (listener: Listener) => boolean {
  const twin = twinOf(about.event);
  if (twin === null) return () => false;
  if (twin === 'server.recovered') return (listener) => isForPeople(listener.type) && hearsRecovery(about, listener);
  const isRouted = findRoute(about, twin);
  return (listener) => isForPeople(listener.type) && takes(listener, twin) && isRouted(listener.id);
}

/** Whether a channel is told that the server recovered, once that is told: as it was told of the beginning, whatever the routes. */
export const hearsRecovery = ({ beginnings }: AlertCase, listener: Listener): boolean =>
  takes(listener, 'server.recovered') && beginnings.get(listener.id)?.told === true;

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

function holdOf(
  { event, rules, digestAt }: AlertCase,
  { type: channelType }: Listener,
  beginning: Beginning | undefined,
  inDigest: boolean,
  now: number,
): Planned['hold'] {
  const { type, data } = event;
  const phase = phaseOf(type);
  const from = Math.max(now, phase === 'beginning' ? tellableAt(data, rules) : 0, heldBefore(phase, beginning));
  // What rings nobody must not be late: an alert would go on that is over.
  const ringsNobody = channelType === 'pagerduty' && (phase === 'end' || phase === 'during');
  const quietHours = isAwaited(type) || ringsNobody ? null : rules.quietHours;
  const quietEnd = quietHours && quietUntil(quietHours, from);
  if (inDigest)
    return { until: Math.max(quietEnd ?? from, digestAt, beginning?.heldUntil?.getTime() ?? 0), for: 'storm' };
  if (quietEnd !== null) return { until: quietEnd, for: 'quiet_hours' };
  return from > now ? { until: from, for: 'after' } : null;
}

const tellableAt = (data: EventData, { afterMs }: Rules): number =>
  isAutomatic(data) ? Date.parse(data.incident?.openedAt ?? '') + afterMs : 0;

/** Nobody hears of an incident's course before its beginning. */
const heldBefore = (phase: Phase, beginning: Beginning | undefined): number =>
  phase === 'during' ? (beginning?.heldUntil?.getTime() ?? 0) : 0;
