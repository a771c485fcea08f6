import { sameJson } from '../canonical/same-json.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

/** `not`: one that came or went is told; of two nothing is said about which lets more pass. */
export const negation = perKeyword(['not'], (spot, key, before, after) => {
  const pair = { before, after };
  if (sameJson(before, after)) return [];
  if (before === undefined) return [at(spot, key, 'constraint_tightened', pair, `now has a "${key}"`)];
  if (after === undefined) return [at(spot, key, 'constraint_loosened', pair, `has no "${key}" any more`)];
  return [at(spot, key, 'constraint_changed', pair, `has another "${key}"`)];
});
