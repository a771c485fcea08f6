import { UsageError } from './usage-error.ts';

/** `--consecutive`: a whole number from 1 to 10. */
export function parseCount(text: string): number {
  if (/^([1-9]|10)$/.test(text)) return Number(text);
  throw new UsageError(`--consecutive: "${text}" is no number from 1 to 10`);
}
