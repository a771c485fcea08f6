import { UsageError } from './usage-error.ts';

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };

/** What an option takes, both ends included, and in the words of its message. */
export type DurationRange = { option: string; minMs: number; maxMs: number; range: string };

export const TIMEOUT: DurationRange = { option: '--timeout', minMs: 100, maxMs: 300_000, range: '100ms to 5m' };
export const WAIT: DurationRange = { option: '--wait', minMs: 1000, maxMs: 3_600_000, range: '1s to 60m' };

/** `10s`, `500ms`, `1.5s` or `2m` in milliseconds. */
export function parseDuration(text: string, { option, minMs, maxMs, range }: DurationRange): number {
  const [, number, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text) ?? [];
  const ms = Math.round(Number(number) * (UNIT_MS[unit] ?? Number.NaN));
  if (Number.isNaN(ms)) throw new UsageError(`${option}: "${text}" is no duration; write 10s or 500ms`);
  if (ms < minMs || ms > maxMs) throw new UsageError(`${option}: ${text} is out of range; ${range}`);
  return ms;
}
