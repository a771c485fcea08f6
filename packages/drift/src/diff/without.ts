import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Json } from '../canonical/json.ts';

export type Entry = { item: Json; index: number };

/** The entries of `list` that `other` has not, each counted as often as it stands there. */
export function without(list: readonly Json[], other: readonly Json[]): Entry[] {
  const left = new Map<string, number>();
  for (const item of other) {
    const text = canonicalJson(item);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return list.flatMap((item, index) => {
    const text = canonicalJson(item);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [{ item, index }];
  });
}
