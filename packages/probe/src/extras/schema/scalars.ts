import { sameJson } from '../same-json.ts';
import type { Keyword } from './keywords.ts';
import { must, type Run, spend, UNKNOWN, type Verdict } from './run.ts';

const isType = (type: unknown, value: unknown): boolean | null => {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return type === 'string' || type === 'number' || type === 'boolean' ? typeof value === type : null;
};

const oneOfTypes: Keyword = ({ run, is, value, at }) => {
  const types = Array.isArray(is) ? (is as unknown[]) : [is];
  if (!spend(run, types.length)) return UNKNOWN;
  const answers = types.map((type) => isType(type, value));
  if (answers.includes(true)) return 'valid';
  return answers.includes(null) ? UNKNOWN : must(false, at, `is not of type ${types.join(' or ')}`);
};

function oneOfValues(run: Run, values: readonly unknown[], value: unknown, at: string): Verdict {
  let told = true;
  for (const one of values) {
    const same = sameJson(one, value, (cost) => spend(run, cost));
    if (same === true) return 'valid';
    if (same === null) told = false;
    if (!told) break;
  }
  return told ? must(false, at, 'is none of the values that are allowed') : UNKNOWN;
}

const ofNumber =
  (fits: (value: number, is: number) => boolean | null, says: string): Keyword =>
  ({ is, value, at }) => {
    if (typeof value !== 'number') return 'valid';
    const fit = typeof is === 'number' ? fits(value, is) : null;
    return fit === null ? UNKNOWN : must(fit, at, `${says} ${String(is)}`);
  };

const ofLength =
  (fits: (length: number, is: number) => boolean, says: string): Keyword =>
  ({ run, is, value, at }) => {
    if (typeof value !== 'string') return 'valid';
    if (typeof is !== 'number' || !spend(run, value.length / 8)) return UNKNOWN;
    return must(fits(characters(value), is), at, `${says} ${is} characters`);
  };

function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function isMultiple(value: number, of: number): boolean | null {
  const times = value / of;
  if (!(of > 0) || !Number.isFinite(times)) return null;
  if (Number.isInteger(times)) return true;
  // 19.99 is a multiple of 0.01 on paper and not in floating point.
  return Math.abs(times - Math.round(times)) < 1e-6 ? null : false;
}

export const SCALARS: Record<string, Keyword> = {
  type: oneOfTypes,
  enum: ({ run, is, value, at }) => (Array.isArray(is) ? oneOfValues(run, is, value, at) : UNKNOWN),
  const: ({ run, is, value, at }) => oneOfValues(run, [is], value, at),
  minimum: ofNumber((value, is) => value >= is, 'is less than'),
  maximum: ofNumber((value, is) => value <= is, 'is more than'),
  exclusiveMinimum: ofNumber((value, is) => value > is, 'is not more than'),
  exclusiveMaximum: ofNumber((value, is) => value < is, 'is not less than'),
  multipleOf: ofNumber(isMultiple, 'is no multiple of'),
  minLength: ofLength((length, is) => length >= is, 'has fewer than'),
  maxLength: ofLength((length, is) => length <= is, 'has more than'),
};
