const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * From when deliveries are offered to be sent again, as a field of local time has it: since the channel began to fail, otherwise
 * for a day. The first one that failed was made a little before its attempt did.
 */
export function replaySince(failingSince: string | null, now: number): string {
  return toLocal(failingSince === null ? now - DAY_MS : Date.parse(failingSince) - MINUTE_MS);
}

/** What is no time is left to the API to refuse. */
export const isoOfLocal = (local: string): string =>
  Number.isNaN(Date.parse(local)) ? local : new Date(local).toISOString();

/** `2026-11-28T22:00`, rounded down to the minute. */
function toLocal(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
