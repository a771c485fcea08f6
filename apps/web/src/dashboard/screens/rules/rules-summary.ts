import type { EventType, PutRulesBody, QuietHours } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import { daysText } from './days.ts';
import { reminderText } from './lengths.ts';
import { otherSentences } from './other-sentences.ts';
import { type Listener, namesOf, whoIsTold } from './who-is-told.ts';

/** Whose rules these are: quiet hours do not hold for a critical server. */
export type RulesOf = 'workspace' | 'server' | 'critical server';

/** What rules mean, in sentences: who is told what, when, and when not. */
export function summaryOf(rules: PutRulesBody, channels: readonly Listener[], of: RulesOf): string[] {
  const { afterMs, remindEveryMs, escalate, quietHours } = rules;
  const toldOf = (type: EventType) => whoIsTold(rules, channels, type);
  const outage = new Set([...toldOf('server.down'), ...toldOf('incident.opened')]);
  const isTold = outage.size > 0;
  const names = namesOf(
    channels.filter((each) => outage.has(each)),
    channels,
  );
  const next = channels.find(({ id }) => id === escalate?.channelId);
  return [
    isTold ? `An outage is told to ${names} ${delayText(afterMs)}` : 'Nobody is told of an outage.',
    ...(isTold && remindEveryMs !== null
      ? [`The reminder comes ${reminderText(remindEveryMs)} until somebody acknowledges it.`]
      : []),
    ...(escalate && next ? [escalationText(escalate.afterMs, next, isTold)] : []),
    ...otherSentences(toldOf, channels, outage),
    ...(quietHours ? [quietText(quietHours, of)] : []),
  ];
}

const delayText = (afterMs: number): string =>
  afterMs === 0 ? 'at once.' : `once it has lasted ${duration(afterMs)}. A shorter one is not told.`;

function escalationText(afterMs: number, { name, enabled }: Listener, isTold: boolean): string {
  const when = `When nobody has acknowledged it after ${duration(afterMs)}`;
  if (!enabled) return `${when}, ${name} would be told, but that channel is switched off.`;
  return `${when}, ${name} is told${isTold ? ', too' : ''}.`;
}

function quietText({ from, to, timeZone, days }: QuietHours, of: RulesOf): string {
  if (of === 'critical server') return 'It is tagged critical: quiet hours do not hold for it.';
  const span = from === to ? `for 24 h from ${from}` : `from ${from} to ${to}`;
  const quiet = `It is quiet ${span} (${timeZone}), ${daysText(days)}: what happens then is told when that ends.`;
  return of === 'workspace' ? `${quiet} Servers tagged critical are told of at any hour.` : quiet;
}
