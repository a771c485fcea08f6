import { byCodeUnits } from '../canonical/canonical-json.ts';
import { isJsonObject, type Json } from '../canonical/json.ts';
import { type Place, placeUnder } from '../canonical/place.ts';
import { localPointer, valueAt } from './references.ts';

const DEFINITIONS = new Set(['$defs', 'definitions']);
/** Other ways to be referred to, or to refer, that are not followed. */
const ELSEWAYS = ['$id', 'id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef'];

/**
 * Says of a JSON pointer whether anything in use refers to it or below it. Definitions count only when something outside
 * of them leads there. Where a schema refers in ways that are not followed, everything may be in use.
 */
export function usedReferences(root: Json): (pointer: string) => boolean {
  const pointers = new Set<string>();
  const seen = new Set<Json>();
  const queue: { value: Json; place: Place }[] = [{ value: root, place: 'schema' }];
  let unsure = false;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { value, place } = next;
    if (typeof value !== 'object' || value === null || place === 'data' || seen.has(value)) continue;
    seen.add(value);
    // One by one: a stranger's array may hold more than fits on the stack.
    if (Array.isArray(value)) for (const item of value) queue.push({ value: item, place });
    if (!isJsonObject(value)) continue;
    for (const [key, item] of Object.entries(value)) {
      if (place === 'schema' && DEFINITIONS.has(key)) continue;
      if (place === 'schema' && ELSEWAYS.includes(key)) unsure = true;
      if (place === 'schema' && key === '$ref') {
        const pointer = localPointer(item);
        if (pointer === null) unsure = true;
        else if (!pointers.has(pointer)) {
          pointers.add(pointer);
          queue.push({ value: valueAt(root, pointer) ?? null, place: 'schema' });
        }
      } else queue.push({ value: item, place: placeUnder(place, key) });
    }
  }
  const sorted = [...pointers].sort(byCodeUnits);
  return (pointer) =>
    unsure || pointers.has(pointer) || (firstFrom(sorted, `${pointer}/`) ?? '').startsWith(`${pointer}/`);
}

/** The first text that is not before `text`. */
function firstFrom(sorted: readonly string[], text: string): string | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
