import { isJsonObject, own } from '../canonical/json.ts';
import { perKeyword } from './comparer.ts';
import { at, below } from './spot.ts';

/** Keywords that hold rules by name: one entry more is one rule more. */
export const namedSchemas = perKeyword(
  ['patternProperties', 'dependentSchemas'],
  (spot, key, before = {}, after = {}, follow) => {
    if (!isJsonObject(before) || !isJsonObject(after)) {
      const says = `has another "${key}", which is no valid JSON Schema`;
      return [at(spot, key, 'schema_changed', { before, after }, says)];
    }
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
      const child = below(spot, [key, name], `.${key}.${name}`);
      const was = own(before, name);
      const is = own(after, name);
      if (was !== undefined && is !== undefined) return follow(child, was, is);
      const pair = { before: was, after: is };
      return was === undefined
        ? [at(child, null, 'constraint_tightened', pair, 'was added')]
        : [at(child, null, 'constraint_loosened', pair, 'was removed')];
    });
  },
);
