const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `2026-11-20 12:00:00 UTC` */
export const utc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;

/** `3 h 2 min`: the two largest units; under a second `0 s`. */
export function span(ms: number): string {
  const first = UNITS.findIndex(([, unitMs]) => ms >= unitMs);
  if (first < 0) return '0 s';
  let rest = ms;
  const words: string[] = [];
  for (const [unit, unitMs] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / unitMs);
    rest -= count * unitMs;
    if (count > 0) words.push(`${count} ${unit}`);
  }
  return words.join(' ');
}

/** A time, and how long before `atIso` it was. */
export function sinceWhen(sinceIso: string, atIso: string): string {
  const ms = Date.parse(atIso) - Date.parse(sinceIso);
  return ms < 1_000 ? utc(sinceIso) : `${utc(sinceIso)} (for ${span(ms)})`;
}
