import { byCodeUnits, canonicalJson } from './canonical-json.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { isSet, type Place, placeUnder } from './place.ts';
import { storableText } from './storable-text.ts';

/** Twice what a probe accepts, so never met there; files may nest deeper. */
const MAX_DEPTH = 128;
/** Stands for everything nested deeper than `MAX_DEPTH`. */
const TOO_DEEP = '(nested too deep)';

/** A parsed JSON value in canonical form, sets sorted; anything that JSON does not know becomes null. */
export function canonicalValue(value: unknown, place: Place, depth = 0): Json {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'number') return finite(value);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MAX_DEPTH) return TOO_DEEP;
  if (Array.isArray(value)) return value.map((item) => canonicalValue(item, place, depth + 1));
  return isObject(value) ? canonicalObject(value, place, depth) : null;
}

function canonicalObject(object: Record<string, unknown>, place: Place, depth: number): JsonObject {
  const members = new Map<string, Json>();
  for (const key of Object.keys(object).sort(byCodeUnits)) {
    let name = storableText(key);
    while (members.has(name)) name += '\ufffd';
    const value = canonicalValue(object[key], placeUnder(place, key), depth + 1);
    members.set(name, isSet(place, key) && Array.isArray(value) ? sortedSet(value) : value);
  }
  // fromEntries defines members, it does not assign: a `__proto__` key stays data.
  return Object.fromEntries(members);
}

const sortedSet = (items: Json[]): Json[] =>
  items
    .map((item) => ({ item, text: canonicalJson(item) }))
    .sort((a, b) => byCodeUnits(a.text, b.text))
    .map(({ item }) => item);

/** `JSON.parse('1e999')` is Infinity, which JSON cannot write again: the largest double stands for it. */
function finite(value: number): number {
  // Also -0: JSON writes it as 0, and so must everything that compares.
  if (Number.isNaN(value) || value === 0) return 0;
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
}
