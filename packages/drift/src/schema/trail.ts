import type { Json } from '../canonical/json.ts';
import { usedReferences } from './used-references.ts';

/** Deeper, references are not followed: the stack is finite, and people do not write so. */
const MAX_NESTED = 16;
const MAX_DEPTH = 100;
/** Schemas compared behind references: a few definitions that refer to each other twice over grow without end. */
const MAX_STEPS = 20_000;

/** What a comparison of two whole schemas knows on its way down. */
export type Trail = {
  before: Json;
  after: Json;
  /** Pointer of the whole schema, to which its references are relative. */
  base: string;
  /** Pairs of references that lead here. */
  pairs: readonly string[];
  nested: number;
  left: { steps: number };
  used: () => { before: Used; after: Used };
};

type Used = (pointer: string) => boolean;

export function beginTrail(base: string, before: Json, after: Json): Trail {
  let known: { before: Used; after: Used } | undefined;
  const used = () => {
    known ??= { before: usedReferences(before), after: usedReferences(after) };
    return known;
  };
  return { before, after, base, pairs: [], nested: 0, left: { steps: MAX_STEPS }, used };
}

/** The trail behind one more pair of references: `again` where it is on it already, null where it grew too long. */
export function followedOnce(
  trail: Trail,
  depth: number,
  before: Json | undefined,
  after: Json | undefined,
): Trail | 'again' | null {
  // Where one side alone refers, the other one is written out and so ends by itself.
  const pair = typeof before === 'string' && typeof after === 'string' ? JSON.stringify([before, after]) : null;
  if (pair !== null && trail.pairs.includes(pair)) return 'again';
  if (trail.nested >= MAX_NESTED || depth >= MAX_DEPTH || trail.left.steps <= 0) return null;
  return { ...trail, pairs: pair === null ? trail.pairs : [...trail.pairs, pair], nested: trail.nested + 1 };
}
