import type { Weekday } from '@alivemcp/contracts';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies Weekday[];

export const DAY_WORDS: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** `every day`, `Mon–Fri`, `Mon, Wed, Sun`. */
export function daysText(days: readonly Weekday[]): string {
  if (days.length === DAYS.length) return 'every day';
  const present = DAYS.filter((day) => days.includes(day));
  const words = present.map((day) => DAY_WORDS[day]);
  const isRun =
    present.length > 2 &&
    present.join() ===
      DAYS.slice(DAYS.indexOf(present[0] ?? 'mon'))
        .slice(0, present.length)
        .join();
  return isRun ? `${words.at(0)}–${words.at(-1)}` : words.join(', ');
}
