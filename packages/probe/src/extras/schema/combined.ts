import { isObject } from '../../json-rpc.ts';
import type { Keyword } from './keywords.ts';
import { all, isFault, must, type Run, spend, UNKNOWN, type Verdict } from './run.ts';

const verdicts = ({ run, is, value, at }: Parameters<Keyword>[0]): Verdict[] | null =>
  Array.isArray(is) && is.length > 0 ? is.map((part: unknown) => run.judge(part, value, at)) : null;

const anyOf: Keyword = (given) => {
  const all = verdicts(given);
  if (all === null) return UNKNOWN;
  if (all.includes('valid')) return 'valid';
  return all.every(isFault) ? must(false, given.at, 'matches none of anyOf') : UNKNOWN;
};

const oneOf: Keyword = (given) => {
  const all = verdicts(given);
  if (all === null) return UNKNOWN;
  const sure = all.filter((verdict) => verdict === 'valid').length;
  if (sure > 1) return must(false, given.at, `matches ${sure} of oneOf`);
  if (all.includes(UNKNOWN)) return UNKNOWN;
  return must(sure === 1, given.at, 'matches none of oneOf');
};

const not: Keyword = ({ run, is, value, at }) => {
  const verdict = run.judge(is, value, at);
  if (verdict === UNKNOWN) return UNKNOWN;
  return must(isFault(verdict), at, 'is what it must not be');
};

const conditional: Keyword = ({ run, schema, is, value, at }) => {
  const { then = true, else: otherwise = true } = schema;
  const condition = run.judge(is, value, at);
  if (condition === UNKNOWN) return UNKNOWN;
  return run.judge(isFault(condition) ? otherwise : then, value, at);
};

const reference: Keyword = ({ run, is, value, at }) => {
  const target = typeof is === 'string' ? resolve(run, is) : null;
  return target === null ? UNKNOWN : run.judge(target.schema, value, at);
};

/** Only inside the schema itself, and only by pointer. */
function resolve(run: Run, ref: string): { schema: unknown } | null {
  if (ref === '#') return { schema: run.root };
  if (!ref.startsWith('#/') || !spend(run, ref.length / 8)) return null;
  let schema = run.root;
  for (const raw of ref.slice(2).split('/')) {
    const key = keyOf(raw);
    const here = isObject(schema) || Array.isArray(schema) ? (schema as Record<string, unknown>) : {};
    if (key === null || !Object.hasOwn(here, key)) return null;
    schema = here[key];
  }
  return { schema };
}

function keyOf(part: string): string | null {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return null;
  }
}

export const COMBINED: Record<string, Keyword> = {
  allOf: ({ run, is, value, at }) =>
    Array.isArray(is) ? all(is as unknown[], (part) => run.judge(part, value, at)) : UNKNOWN,
  anyOf,
  oneOf,
  not,
  if: conditional,
  $ref: reference,
};
