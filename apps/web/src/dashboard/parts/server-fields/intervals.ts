import { duration } from '../../../format/numbers.ts';

const INTERVALS_MS = [10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000];

/** The choices of how often a server is checked, and the present one if it is none of them. */
export function intervalOptions(presentMs: number): { value: string; label: string }[] {
  const all = [...new Set([...INTERVALS_MS, presentMs])].sort((a, b) => a - b);
  return all.map((ms) => ({ value: String(ms), label: `Every ${duration(ms)}` }));
}
