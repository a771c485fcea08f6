import { AppError } from '@alivemcp/contracts';

/** A time that somebody gave, held against what it must not come before and the present; `now` where none was given. */
export function pastTime(
  iso: string | undefined,
  pointer: string,
  { now, after }: { now: number; after?: { at: number; what: string } },
): Date {
  const at = iso === undefined ? now : Date.parse(iso);
  const refuse = (message: string) => {
    throw new AppError('invalid', 'The times of the incident do not fit together.', [{ pointer, message }]);
  };
  if (at > now) refuse('must not be in the future');
  if (after && at < after.at) refuse(`must not be before ${after.what}`);
  return new Date(at);
}
