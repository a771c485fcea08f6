import { type CanonicalToolList, canonicalToolList } from './canonical-tool-list.ts';

/**
 * `canonicalToolList` that works once for an array: for whoever is given the very same one again and again, as by a probe
 * whose server's answer has not changed. The arrays must not be written to.
 */
export function createCanonicalOnce(): (tools: readonly unknown[]) => CanonicalToolList {
  const known = new WeakMap<readonly unknown[], CanonicalToolList>();
  return (tools) => {
    const before = known.get(tools);
    if (before !== undefined) return before;
    const list = canonicalToolList(tools);
    known.set(tools, list);
    return list;
  };
}
