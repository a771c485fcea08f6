import { createHash } from 'node:crypto';

/** An id for what has none of ours: it stays the same as long as `from` does. */
export const madeId = (kind: string, from: string): string =>
  `${kind}_${createHash('sha256').update(from).digest('hex').slice(0, 26)}`;
