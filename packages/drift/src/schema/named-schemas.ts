import { isJsonObject, own } from '../canonical/json.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { perKeyword } from './comparer.ts';
import { at, below } from './spot.ts';

/** Keyword → what an entry that comes or goes is. A definition does nothing until something refers to it. */
const KINDS: Record<string, { added: ChangeKind; removed: ChangeKind }> = {
  $defs: { added: 'definition_added', removed: 'definition_removed' },
  definitions: { added: 'definition_added', removed: 'definition_removed' },
  patternProperties: { added: 'constraint_tightened', removed: 'constraint_loosened' },
  dependentSchemas: { added: 'constraint_tightened', removed: 'constraint_loosened' },
};

/** Keywords that hold schemas by name, other than `properties`. */
export const namedSchemas = perKeyword(Object.keys(KINDS), (spot, key, before = {}, after = {}, follow) => {
  const kinds = KINDS[key];
  if (kinds === undefined || !isJsonObject(before) || !isJsonObject(after)) {
    return [at(spot, key, 'schema_changed', { before, after }, `has another "${key}", which is no valid JSON Schema`)];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const child = below(spot, [key, name], `.${key}.${name}`);
    const was = own(before, name);
    const is = own(after, name);
    if (was !== undefined && is !== undefined) return follow(child, was, is);
    const pair = { before: was, after: is };
    return was === undefined
      ? [at(child, null, kinds.added, pair, 'was added')]
      : [at(child, null, kinds.removed, pair, 'was removed')];
  });
});
