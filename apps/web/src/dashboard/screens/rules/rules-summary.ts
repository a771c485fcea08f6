import type { EventType, PutRulesBody, QuietHours } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import { daysText } from './days.ts';
import { reminderText } from './lengths.ts';
import { otherSentences } from './other-sentences.ts';
import { type Listener, namesOf, nameText, whoIsTold } from './who-is-told.ts';
import { areWholeHours } from './whole-hours.ts';

/** Whose rules these are: quiet hours do not hold for a critical server. */
export type RulesOf = 'workspace' | 'server' | 'critical server';

const MINUTE_MS = 60_000;

/** What rules mean, in sentences: who is told what, when, and when not. What is not whole yet is left out. */
export function summaryOf(rules: PutRulesBody, channels: readonly Listener[], of: RulesOf): string[] {
  const { afterMs, remindEveryMs, escalate, quietHours } = rules;
  const toldOf = (type: EventType) => whoIsTold(rules, channels, type);
  const outage = new Set([...toldOf('server.down'), ...toldOf('incident.opened')]);
  const isTold = outage.size > 0;
  const names = namesOf(
    channels.filter((each) => outage.has(each)),
    channels,
  );
  const areFaultsTold = toldOf('server.degraded').length + toldOf('latency.breached').length > 0;
  const next = channels.find(({ id }) => id === escalate?.channelId);
  return [
    isTold ? `${delayText(afterMs)} an outage is told to ${names}.` : 'Nobody is told of an outage.',
    ...(afterMs > 0 ? shortText(afterMs, isTold, areFaultsTold) : []),
    ...(isTold && remindEveryMs !== null
      ? [`The reminder comes ${reminderText(remindEveryMs)} until somebody acknowledges it.`]
      : []),
    ...(escalate && next && escalate.afterMs >= MINUTE_MS
      ? [escalationText(escalate.afterMs, next, isTold, outage.has(next))]
      : []),
    ...otherSentences(toldOf, channels, outage),
    ...(quietHours ? [quietText(quietHours, of)] : []),
  ];
}

const delayText = (afterMs: number): string => (afterMs === 0 ? 'At once' : `Once it has lasted ${duration(afterMs)}`);

/** The delay is not that of outages alone. */
function shortText(afterMs: number, isOutageTold: boolean, areFaultsTold: boolean): string[] {
  if (isOutageTold && areFaultsTold)
    return ['A fault or slowness has to last as long to be told. What is shorter is not told.'];
  if (isOutageTold) return ['A shorter one is not told.'];
  return areFaultsTold ? [`A fault or slowness is told once it has lasted ${duration(afterMs)}.`] : [];
}

function escalationText(afterMs: number, { name, enabled }: Listener, isTold: boolean, isToldAnyway: boolean): string {
  const when = `When nobody has acknowledged it after ${duration(afterMs)}`;
  if (!enabled) return `${when}, ${nameText(name)} would be told, but that channel is switched off.`;
  if (isToldAnyway) return `${when}, ${nameText(name)} is told again.`;
  return `${when}, ${nameText(name)} is told${isTold ? ', too' : ''}.`;
}

function quietText(hours: QuietHours, of: RulesOf): string {
  if (of === 'critical server') return 'It is tagged critical: quiet hours do not hold for it.';
  if (!areWholeHours(hours)) return 'Quiet hours are not whole yet.';
  const { from, to, timeZone, days } = hours;
  const span = from === to ? `for 24 h from ${from}` : `from ${from} to ${to}`;
  const quiet = `It is quiet ${span} (${timeZone}), ${daysText(days)}: what happens then, but for the outcome of a gate, is told when that ends.`;
  return of === 'workspace' ? `${quiet} Servers tagged critical are told of at any hour.` : quiet;
}
