import { around } from './around.ts';
import type { Finding } from './finding.ts';

const TIMES = 3;
const MORE = 500;

/** A text that grew all of a sudden: room for orders that nobody reads to the end. */
export function lengthRisk(was: string, is: string, called = 'The description'): Finding[] {
  if (was === '' || is.length < was.length * TIMES || is.length - was.length <= MORE) return [];
  const reason = `${called} grew from ${was.length} to ${is.length} characters.`;
  return [{ sign: 'sudden_length', reason, excerpt: around(is, Math.max(0, is.length - 120), 120) }];
}
