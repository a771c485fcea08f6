import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** When work is announced for. Times are epoch ms; a rule (RFC 5545) repeats the first window by the wall clock of its zone. */
export type WindowPlan = { startsAt: number; endsAt: number; rrule: string | null; timeZone: string };
export type Window = { startsAt: number; endsAt: number };

/** No rule that people write needs more steps to its next window. */
const MAX_STEPS = 10_000;

/**
 * The first window that ends after `afterMs`: the running one, or else the next; null when there is none any more. Every window
 * lasts as long as the first. Throws for a rule that cannot be read, or that never comes true.
 */
export function windowEndingAfter({ startsAt, endsAt, rrule, timeZone }: WindowPlan, afterMs: number): Window | null {
  if (rrule === null) return endsAt > afterMs ? { startsAt, endsAt } : null;
  const durationMs = endsAt - startsAt;
  const rule = new RRuleTemporal({
    rruleString: rrule,
    dtstart: Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone),
    includeDtstart: true,
    maxIterations: MAX_STEPS,
    temporal: Temporal,
    strict: true,
  });
  // `next` is strictly after: a window that ends this very moment is over.
  const next = rule.next(new Date(afterMs - durationMs));
  return next === null ? null : { startsAt: next.epochMilliseconds, endsAt: next.epochMilliseconds + durationMs };
}
