/** Called with how much there is to compare; false ends it. */
type Spend = (cost: number) => boolean;

/** Whether two JSON values mean the same: numbers by value, objects in any order of keys. null when it gave up. */
export function sameJson(a: unknown, b: unknown, spend: Spend = () => true): boolean | null {
  if (!spend(1 + (typeof a === 'string' && typeof b === 'string' ? a.length / 64 : 0))) return null;
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    const same = sameJson((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], spend);
    if (same !== true) return same;
  }
  return true;
}
