import { applyKeyword } from './keywords.ts';
import { isFault, MAX_DEPTH, MAX_STEPS, type Run, type Schema, spend, UNKNOWN, type Verdict, worse } from './run.ts';

/**
 * What is wrong with a value by a stranger's JSON Schema (2020-12, and draft-07 where it differs in form); null when
 * nothing is, or nothing can be told. Interpreted under a budget: patterns are never run, references never leave the schema.
 */
export function judgeSchema(schema: unknown, value: unknown): string | null {
  const run: Run = { root: schema, steps: 0, depth: 0, judge: (part, item, at) => judge(run, part, item, at) };
  const verdict = judge(run, schema, value, '');
  if (isFault(verdict)) return verdict.fault;
  return run.steps > MAX_STEPS ? 'it takes too long to compare them' : null;
}

function judge(run: Run, schema: unknown, value: unknown, at: string): Verdict {
  if (!spend(run, 1)) return UNKNOWN;
  if (schema === true) return 'valid';
  if (schema === false) return { fault: `${at === '' ? 'the value' : at} may not be there` };
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return UNKNOWN;
  // Inside, references would be relative to it.
  if (schema !== run.root && '$id' in schema) return UNKNOWN;
  if (run.depth >= MAX_DEPTH) return UNKNOWN;
  run.depth++;
  let verdict: Verdict = 'valid';
  for (const keyword in schema) {
    const said = spend(run, 1) ? applyKeyword(run, schema as Schema, keyword, value, at) : UNKNOWN;
    verdict = worse(verdict, said);
    if (isFault(verdict) || run.steps > MAX_STEPS) break;
  }
  run.depth--;
  return verdict;
}
