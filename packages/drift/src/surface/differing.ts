import { type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import type { Pair } from '../diff/change.ts';

export type Member = Pair & { key: string };

/** Every member that differs between two objects. */
export function differing(before: JsonObject, after: JsonObject): Member[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const pair = { before: own(before, key), after: own(after, key) };
    return sameJson(pair.before, pair.after) ? [] : [{ key, ...pair }];
  });
}
