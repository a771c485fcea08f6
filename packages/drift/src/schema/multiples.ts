import { sameJson } from '../canonical/same-json.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

/** `multipleOf`: a multiple of the old step lets fewer numbers pass. */
export const multiples = perKeyword(['multipleOf'], (spot, key, before, after) => {
  const pair = { before, after };
  if (sameJson(before, after)) return [];
  if (before === undefined) return [at(spot, key, 'constraint_tightened', pair, `now has a "${key}"`)];
  if (after === undefined) return [at(spot, key, 'constraint_loosened', pair, `has no "${key}" any more`)];
  // Fractions are not exact in binary: only whole steps are divided.
  if (Number.isSafeInteger(before) && Number.isSafeInteger(after)) {
    const [was, is] = [Number(before), Number(after)];
    const says = `has another "${key}": ${was}, now ${is}`;
    if (is % was === 0) return [at(spot, key, 'constraint_tightened', pair, says)];
    if (was % is === 0) return [at(spot, key, 'constraint_loosened', pair, says)];
  }
  return [at(spot, key, 'constraint_changed', pair, `has another "${key}"`)];
});
