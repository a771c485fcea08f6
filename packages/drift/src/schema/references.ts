import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';

/** Keywords that may stand beside a `$ref` and win over those of its target. */
export const NOTES = new Set([
  'description',
  'title',
  'default',
  'examples',
  '$comment',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/** The JSON pointer of a local reference (`#/$defs/A`); null for any other. */
export function localPointer(reference: Json | undefined): string | null {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) return null;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return null;
  }
}

/** What stands at a JSON pointer, or undefined. */
export function valueAt(root: Json, pointer: string): Json | undefined {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>((value, key) => {
      if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
      return isJsonObject(value) ? own(value, key) : undefined;
    }, root);
}

/**
 * The schema with its `$ref`, or the only entry of its `allOf`, put in its place; the schema itself where it has neither;
 * null where that cannot be told.
 */
export function unwrapped(root: Json, schema: JsonObject): JsonObject | null {
  const reference = own(schema, '$ref');
  if (reference !== undefined) {
    const pointer = localPointer(reference);
    const target = pointer === null ? undefined : valueAt(root, pointer);
    return merged(target === true ? {} : target, schema, '$ref');
  }
  const all = own(schema, 'allOf');
  return Array.isArray(all) && all.length === 1 ? merged(all[0], schema, 'allOf') : schema;
}

function merged(target: Json | undefined, schema: JsonObject, wrapper: string): JsonObject | null {
  if (!isJsonObject(target)) return null;
  const beside = Object.entries(schema).filter(([key]) => key !== wrapper);
  // Definitions are reached by pointer, never by what refers to their neighbours.
  const inner = Object.entries(target).filter(([key]) => key !== '$defs' && key !== 'definitions');
  const clash = beside.some(([key, value]) => {
    const other = own(target, key);
    return other !== undefined && !NOTES.has(key) && !sameJson(other, value);
  });
  return clash ? null : Object.fromEntries([...inner, ...beside]);
}
