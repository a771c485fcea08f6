/**
 * What an object of a tool list is: the `tool` itself or something in it. Only in a `schema` do keys have JSON Schema's meaning: under `names` (such as
 * `properties`) they are an author's own names, in `data` (such as `default`) they are just values.
 */
export type Place = 'tool' | 'data' | 'schema' | 'names';

const SCHEMAS = new Set(['inputSchema', 'outputSchema']);
const NAMES = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'dependencies']);
const DATA = new Set(['default', 'const', 'examples', 'enum']);
const SETS = new Set(['required', 'enum', 'type']);

/** The place of the value under `key` of an object at `place`. */
export function placeUnder(place: Place, key: string): Place {
  if (place === 'tool') return SCHEMAS.has(key) ? 'schema' : 'data';
  if (place === 'data') return 'data';
  if (place === 'names') return 'schema';
  if (NAMES.has(key)) return 'names';
  return DATA.has(key) ? 'data' : 'schema';
}

/** Whether an array under `key` is a set, its order without meaning. */
export const isSet = (place: Place, key: string): boolean => place === 'schema' && SETS.has(key);
