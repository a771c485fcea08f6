import { AppError } from '@alivemcp/contracts';
import { type Window, windowEndingAfter } from '@alivemcp/domain';

export type Plan = { startsAt: Date; endsAt: Date; rrule: string | null; timeZone: string };

/** The running or next window of a plan that is about to be stored. Throws `invalid` where the rule cannot be followed or nothing is left of it. */
export function planWindow(plan: Plan, now: number): Window {
  const window = followRule(plan, now);
  if (window) return window;
  throw invalid('/endsAt', plan.rrule === null ? 'is in the past' : 'no window of this rule is still to come');
}

function followRule(plan: Plan, now: number): Window | null {
  const { startsAt, endsAt } = plan;
  if (startsAt >= endsAt) throw invalid('/endsAt', 'must be after startsAt');
  try {
    return windowEndingAfter({ ...plan, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }, now);
  } catch {
    throw invalid('/rrule', 'cannot be followed: see RFC 5545, RRULE');
  }
}

const invalid = (pointer: string, message: string) =>
  new AppError('invalid', 'The maintenance cannot be announced like this.', [{ pointer, message }]);
