import { UsageError } from './usage-error.ts';

const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000 };
const MIN_MS = 100;
const MAX_MS = 300_000;

/** `10s`, `500ms`, `1.5s` or `2m` in milliseconds, 100 ms to 5 min. */
export function parseDuration(text: string): number {
  const [, number, unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m)$/.exec(text) ?? [];
  const ms = Math.round(Number(number) * (UNIT_MS[unit] ?? Number.NaN));
  if (Number.isNaN(ms)) throw new UsageError(`--timeout: "${text}" is no duration; write 10s or 500ms`);
  if (ms < MIN_MS || ms > MAX_MS) throw new UsageError(`--timeout: ${text} is out of range; 100ms to 5m`);
  return ms;
}
