const UNITS = { day: 1, week: 7, month: 30, year: 365 } as const;
const SPAN = /\b(?:in|within|after|for)\s+(\d{1,4})[\s-]*(day|week|month|year)s?\b/i;

/** The first span that a text promises (`in 90 days`, `after 3 months`), in days; null when there is none. */
export function daysIn(text: string): number | null {
  const match = SPAN.exec(text);
  const unit = Object.keys(UNITS).find((name) => name === match?.[2]?.toLowerCase()) as keyof typeof UNITS | undefined;
  return match === null || unit === undefined ? null : Number(match[1]) * UNITS[unit];
}
