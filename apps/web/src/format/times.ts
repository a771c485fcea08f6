import { duration } from './numbers.ts';

const local = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
});
const minutes = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' });

/** In the reader's zone. */
export const localTime = (iso: string): string => local.format(new Date(iso));

/** From one time to another in the reader's zone, to the minute; what both share is said once. */
export const localRange = (from: string, to: string): string => minutes.formatRange(new Date(from), new Date(to));

/** The reader's zone by name, such as `CET`. */
export function zoneName(iso: string): string {
  return zone.formatToParts(new Date(iso)).find((part) => part.type === 'timeZoneName')?.value ?? 'local time';
}

export const utcTime = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** `now`, `12 s ago`, `3 h 2 min ago`; `in 5 min` for the future. */
export function relativeTime(iso: string, now: number): string {
  const ms = now - Date.parse(iso);
  if (Math.abs(ms) < 1000) return 'now';
  return ms > 0 ? `${duration(ms)} ago` : `in ${duration(-ms)}`;
}
