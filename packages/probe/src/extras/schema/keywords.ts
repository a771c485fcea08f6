import { ARRAYS } from './arrays.ts';
import { COMBINED } from './combined.ts';
import { OBJECTS } from './objects.ts';
import { type Run, type Schema, UNKNOWN, type Verdict } from './run.ts';
import { SCALARS } from './scalars.ts';

/** What one keyword says of a value; a keyword of the wrong form says nothing that can be told. */
export type Keyword = (given: { run: Run; schema: Schema; is: unknown; value: unknown; at: string }) => Verdict;

const KEYWORDS = new Map<string, Keyword>(Object.entries({ ...SCALARS, ...ARRAYS, ...OBJECTS, ...COMBINED }));

/** Not judged, so the verdict stays open: a pattern may take for ever to run, the rest is rare. */
const UNTOLD = new Set([
  'pattern',
  'patternProperties',
  'format',
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
  '$recursiveRef',
]);

export function applyKeyword(run: Run, schema: Schema, keyword: string, value: unknown, at: string): Verdict {
  const apply = KEYWORDS.get(keyword);
  if (apply !== undefined) return apply({ run, schema, is: schema[keyword], value, at });
  return UNTOLD.has(keyword) ? UNKNOWN : 'valid';
}
