import { canonicalJson } from '../canonical/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';

/**
 * What tells an entry of `anyOf` from its neighbours when the rest of it changes: where it leads, a property that has one
 * fixed value (`kind: "circle"`), its title, or else its type. null when it bears nothing of it.
 */
export function alternativeMark(entry: Json): string | null {
  if (!isJsonObject(entry)) return null;
  const reference = own(entry, '$ref');
  if (reference !== undefined) return canonicalJson(['$ref', reference]);
  const fixed = fixedProperties(entry);
  if (fixed.length > 0) return canonicalJson(['fixed', ...fixed]);
  const mark = ['title', 'type'].find((key) => own(entry, key) !== undefined);
  return mark === undefined ? null : canonicalJson([mark, own(entry, mark) ?? null]);
}

function fixedProperties(entry: JsonObject): Json[] {
  const properties = own(entry, 'properties');
  if (!isJsonObject(properties)) return [];
  return Object.keys(properties).flatMap((name) => {
    const schema = own(properties, name);
    if (!isJsonObject(schema)) return [];
    const listed = own(schema, 'enum');
    const value = own(schema, 'const') ?? (Array.isArray(listed) && listed.length === 1 ? listed[0] : undefined);
    return value === undefined ? [] : [[name, value]];
  });
}
