import { sameJson } from '../same-json.ts';
import type { Keyword } from './keywords.ts';
import { all, isFault, must, type Schema, spend, UNKNOWN } from './run.ts';

type Given = Parameters<Keyword>[0];

const ofArray =
  (judge: (given: Omit<Given, 'value'> & { value: unknown[] }) => ReturnType<Keyword>): Keyword =>
  (given) =>
    !Array.isArray(given.value)
      ? 'valid'
      : spend(given.run, given.value.length / 8)
        ? judge({ ...given, value: given.value as unknown[] })
        : UNKNOWN;

const ofCount = (fits: (count: number, is: number) => boolean, says: string): Keyword =>
  ofArray(({ is, value, at }) =>
    typeof is === 'number' ? must(fits(value.length, is), at, `${says} ${is} items`) : UNKNOWN,
  );

/** Schemas of the first items: `prefixItems`, or `items` as an array until draft 2019-09. */
const first = (schema: Schema): unknown[] =>
  [schema.prefixItems, schema.items].find((schemas): schemas is unknown[] => Array.isArray(schemas)) ?? [];

const eachFirst = ofArray(({ run, schema, value, at }) =>
  all(first(schema).slice(0, value.length).entries(), ([i, part]) => run.judge(part, value[i], `${at}/${i}`)),
);

const eachOther = ofArray(({ run, schema, is, value, at }) => {
  const from = first(schema).length;
  return all(value.slice(from).entries(), ([i, item]) => run.judge(is, item, `${at}/${from + i}`));
});

const contains = ofArray(({ run, schema, is, value, at }) => {
  const { minContains: least = 1, maxContains: most = Number.POSITIVE_INFINITY } = schema;
  if (typeof least !== 'number' || typeof most !== 'number') return UNKNOWN;
  const verdicts = value.map((item) => run.judge(is, item, at));
  const sure = verdicts.filter((verdict) => verdict === 'valid').length;
  const maybe = verdicts.filter((verdict) => !isFault(verdict)).length;
  if (sure >= least && maybe <= most) return 'valid';
  const never = maybe < least || sure > most;
  return never ? must(false, at, 'contains too few or too many items of the kind asked for') : UNKNOWN;
});

const unique = ofArray(({ run, is, value, at }) => {
  if (is !== true) return 'valid';
  for (const [i, item] of value.entries())
    for (let j = 0; j < i; j++) {
      const same = sameJson(value[j], item, (cost) => spend(run, cost));
      if (same !== false) return same === null ? UNKNOWN : must(false, at, `has the same item at ${j} and ${i}`);
    }
  return 'valid';
});

export const ARRAYS: Record<string, Keyword> = {
  minItems: ofCount((count, is) => count >= is, 'has fewer than'),
  maxItems: ofCount((count, is) => count <= is, 'has more than'),
  uniqueItems: unique,
  prefixItems: eachFirst,
  items: (given) => (Array.isArray(given.is) ? eachFirst(given) : eachOther(given)),
  // Means something only beside the old form of `items`.
  additionalItems: (given) => (Array.isArray(given.schema.items) ? eachOther(given) : 'valid'),
  contains,
};
