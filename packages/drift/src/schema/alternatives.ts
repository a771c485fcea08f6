import type { DriftChange } from '@alivemcp/contracts';
import { type Entry, without } from '../diff/without.ts';
import { perKeyword } from './comparer.ts';
import { at, below, type Spot } from './spot.ts';

/** `anyOf`, `oneOf` and `allOf`: order has no meaning; a single entry that differs is followed. */
export const alternatives = perKeyword(['anyOf', 'oneOf', 'allOf'], (spot, key, before, after, follow) => {
  const pair = { before, after };
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [at(spot, key, 'constraint_tightened', pair, `now has "${key}"`)];
  if (after === undefined) return [at(spot, key, 'constraint_loosened', pair, `has no "${key}" any more`)];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return [at(spot, key, 'schema_changed', pair, `has another "${key}", which is no valid JSON Schema`)];
  }
  const gone = without(before, after);
  const come = without(after, before);
  const [left] = gone;
  const [right] = come;
  if (left && right && gone.length === 1 && come.length === 1) {
    return follow(below(spot, [key, right.index], ''), left.item, right.item);
  }
  if (gone.length > 0 && come.length > 0) {
    return [at(spot, key, 'schema_changed', pair, `has several other entries in "${key}"`)];
  }
  return [...gone.map((entry) => removed(spot, key, entry)), ...come.map((entry) => added(spot, key, entry))];
});

const added = (spot: Spot, key: string, { item, index }: Entry): DriftChange =>
  at(
    below(spot, [key, index], ''),
    null,
    key === 'allOf' ? 'constraint_tightened' : 'alternative_added',
    { before: undefined, after: item },
    `has one more entry in "${key}"`,
  );

const removed = (spot: Spot, key: string, { item, index }: Entry): DriftChange =>
  at(
    below(spot, [key, index], ''),
    null,
    key === 'allOf' ? 'constraint_loosened' : 'alternative_removed',
    { before: item, after: undefined },
    `has one entry fewer in "${key}"`,
  );
