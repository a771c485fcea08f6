const long = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The running month in UTC: `2026-11`. */
export const thisMonth = (now = Date.now()): string => new Date(now).toISOString().slice(0, 7);

/** The month so many months later, or earlier. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return thisMonth(Date.UTC(year, number - 1 + by));
}

/** As people write it: `November 2026`. */
export const monthName = (month: string): string => long.format(new Date(`${month}-01T00:00:00Z`));
