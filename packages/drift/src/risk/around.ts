import { markHidden } from '../diff/mark-hidden.ts';

const MAX_EXCERPT = 160;
const CONTEXT = 40;

/** The piece of a text around what was found in it, cleaned and on one line. */
export function around(text: string, index: number, length: number): string {
  const from = Math.max(0, index - CONTEXT);
  const piece = text.slice(from, index + length + CONTEXT);
  return markHidden(from > 0 ? `…${piece}` : piece, MAX_EXCERPT);
}
