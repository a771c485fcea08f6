import type { CanonicalTool } from '../canonical/canonical-tool.ts';
import { isJsonObject, type Json } from '../canonical/json.ts';

/** `name` for what an object calls its members, `prose` for what is written to be read, `data` for the other values. */
export type Text = { kind: 'name' | 'prose' | 'data'; text: string };

const PROSE = new Set(['description', 'title', '$comment']);
/** Pictures, what clients do not show to a model, and what is made of code, not words. */
const SKIPPED = new Set(['icons', '_meta', 'pattern', '$ref', '$id', '$schema', 'type', 'format']);

/** Everything of a tool that a model may read: any member can carry words, not only the description. */
export function textsOf(tool: CanonicalTool): Text[] {
  const texts: Text[] = [];
  const queue: { value: Json; kind: Text['kind'] }[] = [{ value: tool, kind: 'data' }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { value, kind } = next;
    if (typeof value === 'string') texts.push({ kind, text: value });
    else if (Array.isArray(value)) for (const item of value) queue.push({ value: item, kind });
    else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) {
        texts.push({ kind: 'name', text: key });
        // Below a skipped word there may be a parameter of that name: its schema is no string and so is read.
        if (!(SKIPPED.has(key) && (typeof item === 'string' || key === 'icons' || key === '_meta'))) {
          queue.push({ value: item, kind: PROSE.has(key) ? 'prose' : 'data' });
        }
      }
    }
  }
  return texts;
}
