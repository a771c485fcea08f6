/** How often a server failed lately. */
export type Unsteadiness = { failed: number; probes: number };

const MAX_SHARE = 0.05;
/** One in fifteen is 7 %: so many must fail to speak of a habit. */
const MIN_FAILED = 3;

/**
 * Whether a server that is not down fails too often: more than 5 % of the probes of the last minutes, at least three, in at least
 * `need` regions, since no region alone says anything of a server. Null where it does not.
 */
export function unsteadinessOf(
  seen: readonly { region: string; failed: boolean }[],
  need: number,
): Unsteadiness | null {
  const failures = seen.filter(({ failed }) => failed);
  const regions = new Set(failures.map(({ region }) => region)).size;
  if (failures.length < MIN_FAILED || regions < need || failures.length <= seen.length * MAX_SHARE) return null;
  return { failed: failures.length, probes: seen.length };
}
