import type { QuietHours } from '@alivemcp/contracts';
import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** Quiet hours that meet each other count as one; after a week they are no hours any more. */
const MAX_NIGHTS = 8;

/** When the quiet hours end that a moment (epoch ms) lies in, by the wall clock of their zone; null when it lies in none. */
export function quietUntil(quiet: QuietHours, at: number): number | null {
  let until: number | null = null;
  for (let night = 0; night < MAX_NIGHTS; night++) {
    const end = endOfNight(quiet, until ?? at);
    if (end === null) break;
    until = end;
  }
  return until;
}

/** Of those that began today, or yesterday and go over midnight. */
function endOfNight({ from, to, timeZone, days }: QuietHours, at: number): number | null {
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  for (const date of [today, today.subtract({ days: 1 })]) {
    const weekday = WEEKDAYS[date.dayOfWeek - 1];
    if (weekday === undefined || !days.includes(weekday)) continue;
    const starts = momentOf(date, from, timeZone);
    const ends = momentOf(to > from ? date : date.add({ days: 1 }), to, timeZone);
    if (starts <= at && at < ends) return ends;
  }
  return null;
}

/** A time that a change of clocks leaves out is that much later; of one that comes twice it is the first. */
const momentOf = (date: Temporal.PlainDate, time: string, timeZone: string): number =>
  date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
