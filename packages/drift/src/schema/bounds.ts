import type { Json } from '../canonical/json.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'];
/** Sizes cannot be below 0, so that is no bound. */
const SIZES = new Set(['minLength', 'minItems', 'minProperties']);

/** Bounds on numbers and sizes: closer is tighter. */
export const bounds = perKeyword([...LOWER, ...UPPER], (spot, key, before, after) => {
  const pair = { before, after };
  const was = boundOf(key, before);
  const is = boundOf(key, after);
  if (was === null || is === null) {
    const same = JSON.stringify(before) === JSON.stringify(after);
    return same ? [] : [at(spot, key, 'constraint_changed', pair, `has another "${key}"`)];
  }
  if (was === is) return [];
  const tighter = LOWER.includes(key) ? is > was : is < was;
  const says = `has ${tighter ? 'a tighter' : 'a looser'} "${key}": ${say(before)}, now ${say(after)}`;
  return [at(spot, key, tighter ? 'constraint_tightened' : 'constraint_loosened', pair, says)];
});

/** null when it is no number, as in draft 4. What lies beyond the safe integers is how generators write "no bound". */
function boundOf(key: string, value: Json | undefined): number | null {
  const none = LOWER.includes(key) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (value === undefined) return none;
  if (typeof value !== 'number') return null;
  if (SIZES.has(key) && value <= 0) return none;
  const beyond = LOWER.includes(key) ? value <= Number.MIN_SAFE_INTEGER : value >= Number.MAX_SAFE_INTEGER;
  return beyond ? none : value;
}

const say = (value: Json | undefined): string => (value === undefined ? 'none' : String(value));
