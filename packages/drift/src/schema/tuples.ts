import { perKeyword } from './comparer.ts';
import { at, below } from './spot.ts';

/** `prefixItems`: one schema a place. */
export const tuples = perKeyword(['prefixItems'], (spot, key, before = [], after = [], follow) => {
  const pair = { before, after };
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return [at(spot, key, 'schema_changed', pair, `has another "${key}", which is no valid JSON Schema`)];
  }
  const places = before.slice(0, after.length).flatMap((schema, index) => {
    const other = after[index];
    return other === undefined ? [] : follow(below(spot, [key, index], `[${index}]`), schema, other);
  });
  if (after.length > before.length) {
    return [...places, at(spot, key, 'constraint_tightened', pair, 'describes more places of the list')];
  }
  if (after.length < before.length) {
    return [...places, at(spot, key, 'constraint_loosened', pair, 'describes fewer places of the list')];
  }
  return places;
});
