import type { CanonicalTool } from '../canonical/canonical-tool.ts';
import { isJsonObject, own } from '../canonical/json.ts';
import { around } from './around.ts';
import type { Finding } from './finding.ts';

const TIMES = 3;
const MORE = 500;

/** A description that grew all of a sudden: room for orders that nobody reads to the end. */
export function lengthRisk(before: CanonicalTool, after: CanonicalTool): Finding[] {
  const was = descriptionOf(before);
  const is = descriptionOf(after);
  if (was === '' || is.length < was.length * TIMES || is.length - was.length <= MORE) return [];
  const reason = `The description grew from ${was.length} to ${is.length} characters.`;
  return [{ sign: 'sudden_length', reason, excerpt: around(is, Math.max(0, is.length - 120), 120) }];
}

function descriptionOf(tool: CanonicalTool): string {
  const description = isJsonObject(tool) ? own(tool, 'description') : undefined;
  return typeof description === 'string' ? description : '';
}
