import type { Pair } from './change.ts';

/** How a member changed, to follow its name in a sentence. */
export function says({ before, after }: Pair): string {
  if (typeof before === 'boolean' && typeof after === 'boolean') return `is now ${after}, was ${before}`;
  if (before === undefined) return typeof after === 'boolean' ? `was added as ${after}` : 'was added';
  return after === undefined ? 'was removed' : 'changed';
}
