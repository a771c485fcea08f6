/** A calendar month in UTC, epoch ms; `to` is not in it. */
export type MonthSpan = { from: number; to: number };

/** The span of a month written as `2026-11`. */
export function monthSpan(month: string): MonthSpan {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: Date.UTC(year, number - 1), to: Date.UTC(year, number) };
}

/** The month in UTC that a time lies in: `2026-11`. */
export const monthOf = (ms: number): string => new Date(ms).toISOString().slice(0, 7);
