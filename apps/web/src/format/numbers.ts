/** Uptime is floored where it is computed; here it is only written. */
export const percent = (value: number | null): string => (value === null ? 'no data' : `${value.toFixed(2)} %`);

/** Milliseconds as people read them. */
export function milliseconds(value: number | null): string {
  if (value === null) return '–';
  return value < 10_000 ? `${Math.round(value).toLocaleString('en')} ms` : `${(value / 1000).toFixed(1)} s`;
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** A length of time in its two greatest units: `2 h 5 min`. */
export function duration(ms: number): string {
  let rest = Math.floor(ms / 1000);
  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0) parts.push(`${count} ${unit}`);
    if (parts.length === 2 || (parts.length === 1 && count === 0)) break;
  }
  return parts.join(' ') || '0 s';
}
