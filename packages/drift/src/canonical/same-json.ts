import { isJsonObject, type Json, own } from './json.ts';

/** Whether two canonical values have the same canonical text; undefined stands for an absent one. Builds no text. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  // A member is never undefined, so an absent one differs from all.
  return keys.length === Object.keys(b).length && keys.every((key) => sameJson(a[key], own(b, key)));
}
