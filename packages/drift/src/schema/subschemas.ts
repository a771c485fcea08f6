import { isJsonObject, type Json } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { perKeyword } from './comparer.ts';
import { at, below } from './spot.ts';

/** Keyword → how people write the place it speaks of. */
const STEPS: Record<string, string> = {
  items: '[]',
  additionalItems: '[…]',
  unevaluatedItems: '[…]',
  contains: '[any]',
  additionalProperties: '.*',
  unevaluatedProperties: '.*',
  propertyNames: '.(name)',
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: '',
  else: '',
};

/** Keywords with one subschema. Absent, `true` and `{}` all let everything pass; `false` lets nothing pass. */
export const subschemas = perKeyword(Object.keys(STEPS), (spot, key, before, after, follow) => {
  const pair = { before, after };
  const was = meaning(key, before);
  const is = meaning(key, after);
  if (sameJson(was, is)) return [];
  if (isJsonObject(was) && isJsonObject(is)) return follow(below(spot, [key], STEPS[key] ?? ''), was, is);
  if (was === true || is === false) return [at(spot, key, 'constraint_tightened', pair, `has a tighter "${key}"`)];
  if (is === true || was === false) return [at(spot, key, 'constraint_loosened', pair, `has a looser "${key}"`)];
  return [at(spot, key, 'schema_changed', pair, `has another "${key}"`)];
});

function meaning(key: string, value: Json | undefined): Json {
  if (value === undefined) return true;
  // Even an empty `contains` asks for one item.
  const empty = isJsonObject(value) && Object.keys(value).length === 0 && key !== 'contains';
  return empty ? true : value;
}
