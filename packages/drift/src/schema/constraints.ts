import { sameJson } from '../canonical/same-json.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

/** Rules that are there or not; of two different ones nothing is said about which takes more. */
export const constraints = perKeyword(
  ['pattern', 'format', 'uniqueItems', 'contentEncoding', 'contentMediaType'],
  (spot, key, before, after) => {
    const pair = { before, after };
    const was = key === 'uniqueItems' && before === false ? undefined : before;
    const is = key === 'uniqueItems' && after === false ? undefined : after;
    if (sameJson(was, is)) return [];
    if (was === undefined) return [at(spot, key, 'constraint_tightened', pair, `now has a "${key}"`)];
    if (is === undefined) return [at(spot, key, 'constraint_loosened', pair, `has no "${key}" any more`)];
    return [at(spot, key, 'constraint_changed', pair, `has another "${key}"`)];
  },
);
