import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import { NOTES } from './references.ts';

const OF_NUMBERS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
/** The keywords that speak of values of one type alone. */
const OF_TYPE: Record<string, readonly string[]> = {
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: OF_NUMBERS,
  integer: OF_NUMBERS,
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties', 'patternProperties'],
  boolean: [],
  null: [],
};
const WORDS = ['description', 'title'];

/**
 * What says `anyOf: [{ type: "string", minLength: 1 }, { type: "null" }]` in its other spelling, `type: ["null", "string"],
 * minLength: 1`: generators differ in it. null where the two would not mean the same.
 */
export function withJoinedTypes(schema: JsonObject): JsonObject | null {
  const { anyOf, ...beside } = schema;
  if (!Array.isArray(anyOf) || anyOf.length === 0 || anyOf.length > Object.keys(OF_TYPE).length) return null;
  if (!anyOf.every(speaksOfOneType) || !Object.keys(beside).every(isNote)) return null;
  const types = anyOf.flatMap((part) => own(part, 'type') ?? []);
  const rules = anyOf.flatMap((part) => Object.entries(part).filter(([key]) => key !== 'type'));
  const keys = [...types, ...Object.keys(beside), ...rules.map(([key]) => key)];
  // Every integer is a number: what is said of one would hold for the other.
  if (new Set(keys).size !== keys.length || (types.includes('integer') && types.includes('number'))) return null;
  return Object.fromEntries<Json>([...Object.entries(beside), ...rules, ['type', types.sort()]]);
}

function speaksOfOneType(part: Json): part is JsonObject {
  if (!isJsonObject(part)) return false;
  const type = own(part, 'type');
  const known = typeof type === 'string' && Object.hasOwn(OF_TYPE, type) ? OF_TYPE[type] : undefined;
  return known !== undefined && Object.keys(part).every((key) => [...known, ...WORDS, 'type'].includes(key));
}

/** What forbids nothing may stand beside; anything else could reach into the parts. */
const isNote = (key: string): boolean => NOTES.has(key) || key.startsWith('x-');
