export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const DAY_WORDS: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

export const HOW = ['once', 'daily', 'weekly', 'monthly', 'rule'] as const;

/** How a window comes again, as it is chosen: days count for `weekly`, the rule for `rule`. What was chosen before stays. */
export type Repetition = { how: (typeof HOW)[number]; days: Weekday[]; rule: string };

/** What a stored rule (RFC 5545) means in the choices of the form; what they cannot say is a rule of its own. */
export function repetitionOf(rrule: string | null): Repetition {
  const none = { days: [], rule: '' };
  if (rrule === null) return { how: 'once', ...none };
  if (rrule === 'FREQ=DAILY') return { how: 'daily', ...none };
  if (rrule === 'FREQ=MONTHLY') return { how: 'monthly', ...none };
  const days = /^FREQ=WEEKLY(?:;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*))?$/.exec(rrule);
  if (days === null) return { how: 'rule', days: [], rule: rrule };
  const named = days[1]?.split(',') ?? [];
  return { how: 'weekly', days: WEEKDAYS.filter((day) => named.includes(day)), rule: '' };
}

/** The rule of a choice; null for once. Weekly without a day is on the weekday of the first window. */
export function ruleOf({ how, days, rule }: Repetition): string | null {
  switch (how) {
    case 'once':
      return null;
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return days.length === 0 ? 'FREQ=WEEKLY' : `FREQ=WEEKLY;BYDAY=${days.join(',')}`;
    case 'monthly':
      return 'FREQ=MONTHLY';
    case 'rule':
      return rule.trim().replace(/^RRULE:/i, '');
  }
}

/** How often a window comes, for people; a rule that the form cannot say is shown as it is. */
export function repetitionWords(rrule: string | null): string {
  const { how, days, rule } = repetitionOf(rrule);
  if (how === 'rule') return rule;
  if (how === 'weekly' && days.length > 0) return `Weekly on ${days.map((day) => DAY_WORDS[day]).join(', ')}`;
  return how.charAt(0).toUpperCase() + how.slice(1);
}
