import type { DriftChange } from '@alivemcp/contracts';
import { type Json, type JsonObject, own } from '../canonical/json.ts';
import type { Stand } from './spot.ts';

/** Follows two subschemas that may differ. Handed in, so that comparers need not import who calls them. */
export type Follow = (spot: Stand, before: Json, after: Json) => DriftChange[];

/**
 * One idea of JSON Schema: the keywords it answers for, and how they are compared. It is asked only when the text of a
 * claimed keyword differs, and returns nothing exactly when the meaning is the same all the same.
 */
export type Comparer = {
  claims: readonly string[];
  compare: (spot: Stand, before: JsonObject, after: JsonObject, follow: Follow) => DriftChange[];
};

/** A comparer that looks at one keyword at a time. */
export const perKeyword = (
  claims: readonly string[],
  compare: (
    spot: Stand,
    key: string,
    before: Json | undefined,
    after: Json | undefined,
    follow: Follow,
  ) => DriftChange[],
): Comparer => ({
  claims,
  compare: (spot, before, after, follow) =>
    claims.flatMap((key) => compare(spot, key, own(before, key), own(after, key), follow)),
});
