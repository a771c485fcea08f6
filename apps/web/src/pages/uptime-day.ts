import type { UptimeDay } from '@alivemcp/contracts';
import { duration, percent } from '../format/numbers.ts';

export type DayKind = 'up' | 'partial' | 'degraded' | 'down' | 'none';

/** Below this share of a day nobody should read it as a whole one. Also where pages start to warn. */
export const FULL_COVERAGE = 95;

/** What a day is drawn as: by the worst that was seen. */
export function dayKind({ uptimePercent, downMs, degradedMs, coveragePercent }: UptimeDay): DayKind {
  if (downMs > 0) return 'down';
  if (degradedMs > 0) return 'degraded';
  if (uptimePercent === null) return 'none';
  return coveragePercent < FULL_COVERAGE ? 'partial' : 'up';
}

/** A day in words: `2026-11-02: 99.31 % up, down 9 min 56 s`. */
export function dayWords(day: UptimeDay): string {
  if (day.uptimePercent === null) return `${day.day}: no data`;
  const words = [`${day.day}: ${percent(day.uptimePercent)} up`];
  if (day.downMs > 0) words.push(`down ${duration(day.downMs)}`);
  if (day.degradedMs > 0) words.push(`degraded ${duration(day.degradedMs)}`);
  if (day.coveragePercent < FULL_COVERAGE) words.push(`observed ${day.coveragePercent} %`);
  return words.join(', ');
}

/** All days in one sentence, without its full stop. */
export function daysWords(days: UptimeDay[]): string {
  const down = days.filter((day) => day.downMs > 0).length;
  const seen = days.filter((day) => day.uptimePercent !== null).length;
  if (seen === 0) return `No data in ${days.length} days`;
  const observed = seen < days.length ? `, ${days.length - seen} without data` : '';
  return `${down === 0 ? 'No downtime in' : `Downtime on ${down} of`} ${days.length} days${observed}`;
}
