import type { ConfigFault } from './config-error.ts';
import { VARIABLE_NAMES } from './variable-names.ts';

const OURS = 'ALIVEMCP_';
/** Set for test runs by the repository's own scripts. */
const TESTS = 'ALIVEMCP_TEST_';

/** A misspelt name would otherwise be a setting silently ignored. */
export function unknownNames(env: NodeJS.ProcessEnv): ConfigFault[] {
  const known: readonly string[] = VARIABLE_NAMES;
  return Object.keys(env)
    .filter((name) => name.startsWith(OURS) && !name.startsWith(TESTS) && !known.includes(name))
    .map((name) => ({ name, message: `is not a setting; did you mean ${nearest(name, known)}?` }));
}

function nearest(name: string, known: readonly string[]): string {
  const ranked = known.map((candidate) => ({ candidate, distance: editDistance(name, candidate) }));
  return ranked.reduce((best, next) => (next.distance < best.distance ? next : best)).candidate;
}

/** Levenshtein distance, one row of the table at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...b].entries()) {
      const replace = (row[j] ?? 0) + (left === right ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
