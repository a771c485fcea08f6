export type Verdict = 'valid' | 'unknown' | { fault: string };
export type Schema = Record<string, unknown>;

/** One comparison under way. */
export type Run = {
  root: unknown;
  /** Work done: more than `MAX_STEPS` of it ends the comparison. */
  steps: number;
  depth: number;
  judge(schema: unknown, value: unknown, at: string): Verdict;
};

/** Enough for tens of thousands of values, and less than a quarter of a second. */
export const MAX_STEPS = 100_000;
/** Of schemas inside schemas and references; a reference to itself ends here. */
export const MAX_DEPTH = 200;

export const UNKNOWN = 'unknown' as const;
export const isFault = (verdict: Verdict): verdict is { fault: string } => typeof verdict === 'object';

/** A fault settles it; what cannot be told leaves it open. */
export const worse = (a: Verdict, b: Verdict): Verdict => (isFault(a) || b === 'valid' ? a : b);

/** Takes the cost of what is about to be done; false when the budget does not hold it. */
export const spend = (run: Run, cost: number): boolean => {
  run.steps += cost;
  return run.steps <= MAX_STEPS;
};

/** The verdict of `fits`, with what is said when it does not. */
export const must = (fits: boolean, at: string, says: string): Verdict =>
  fits ? 'valid' : { fault: `${at === '' ? 'the value' : at} ${says}` };

/** All of them; the first fault ends it. */
export function all<T>(items: Iterable<T>, judge: (item: T) => Verdict): Verdict {
  let verdict: Verdict = 'valid';
  for (const item of items) {
    verdict = worse(verdict, judge(item));
    if (isFault(verdict)) return verdict;
  }
  return verdict;
}
