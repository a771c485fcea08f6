import type { Json } from './json.ts';

/** Order of UTF-16 code units, as RFC 8785 sorts; never the order of a locale. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The one text of a JSON value (RFC 8785): keys by code units, no white space, numbers and strings as ECMAScript
 * writes them. Expects a value of bounded depth, as `canonicalValue` makes it.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort(byCodeUnits)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}
