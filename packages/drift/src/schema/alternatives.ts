import type { DriftChange } from '@alivemcp/contracts';
import { type Entry, without } from '../diff/without.ts';
import { alternativeMark } from './alternative-mark.ts';
import { perKeyword } from './comparer.ts';
import { at, below, type Spot } from './spot.ts';

/** `anyOf`, `oneOf` and `allOf`: order has no meaning; entries that changed are followed where it is clear which is which. */
export const alternatives = perKeyword(['anyOf', 'oneOf', 'allOf'], (spot, key, before, after, follow) => {
  const pair = { before, after };
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [at(spot, key, 'constraint_tightened', pair, `now has "${key}"`)];
  if (after === undefined) return [at(spot, key, 'constraint_loosened', pair, `has no "${key}" any more`)];
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return [at(spot, key, 'schema_changed', pair, `has another "${key}", which is no valid JSON Schema`)];
  }
  const { same, gone, come } = paired(without(before, after), without(after, before));
  if (gone.length > 0 && come.length > 0) {
    return [at(spot, key, 'schema_changed', pair, `has several other entries in "${key}"`)];
  }
  return [
    ...same.flatMap(({ left, right }) => follow(below(spot, [key, right.index], ''), left.item, right.item)),
    ...gone.map((entry) => removed(spot, key, entry)),
    ...come.map((entry) => added(spot, key, entry)),
  ];
});

type Paired = { same: { left: Entry; right: Entry }[]; gone: Entry[]; come: Entry[] };

/** Which of the changed entries is which: by a mark that one alone bears on either side, or since only one is left. */
function paired(gone: Entry[], come: Entry[]): Paired {
  const marked = Map.groupBy(come, ({ item }) => alternativeMark(item));
  const others = Map.groupBy(gone, ({ item }) => alternativeMark(item));
  const same = gone.flatMap((left) => {
    const mark = alternativeMark(left.item);
    const [right, second] = marked.get(mark) ?? [];
    return mark !== null && right && !second && others.get(mark)?.length === 1 ? [{ left, right }] : [];
  });
  const lefts = new Set(same.map(({ left }) => left));
  const rights = new Set(same.map(({ right }) => right));
  const rest = { gone: gone.filter((entry) => !lefts.has(entry)), come: come.filter((entry) => !rights.has(entry)) };
  const [left, right] = [rest.gone[0], rest.come[0]];
  if (left && right && rest.gone.length === 1 && rest.come.length === 1) {
    return { same: [...same, { left, right }], gone: [], come: [] };
  }
  return { same, ...rest };
}

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
