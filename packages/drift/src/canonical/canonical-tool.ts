import { byCodeUnits, canonicalJson } from './canonical-json.ts';
import { canonicalValue } from './canonical-value.ts';
import { isJsonObject, type Json, own } from './json.ts';

/** A tool in canonical form. What is no object, or has no name, is kept too: it is what the server sent. */
export type CanonicalTool = Json;

const CONTRACT = new Set(['name', 'inputSchema', 'outputSchema']);

/** The name a client would call, or null where there is none. */
export function toolName(tool: CanonicalTool): string | null {
  const name = isJsonObject(tool) ? own(tool, 'name') : null;
  return typeof name === 'string' ? name : null;
}

export const canonicalTool = (tool: unknown): CanonicalTool => canonicalValue(tool, 'tool');

/** The tool's text in two halves: what a caller's code depends on, and the rest. */
export function canonicalTexts(tool: CanonicalTool): { whole: string; contract: string; presentation: string } {
  if (!isJsonObject(tool)) {
    const whole = canonicalJson(tool);
    return { whole, contract: whole, presentation: 'null' };
  }
  // Each member is written once: the texts are put together from the same pieces.
  const members = Object.keys(tool)
    .sort(byCodeUnits)
    .map((key) => ({ key, text: `${JSON.stringify(key)}:${canonicalJson(tool[key] ?? null)}` }));
  const object = (of: typeof members): string => `{${of.map(({ text }) => text).join(',')}}`;
  return {
    whole: object(members),
    contract: object(members.filter(({ key }) => CONTRACT.has(key))),
    presentation: object(members.filter(({ key }) => !CONTRACT.has(key))),
  };
}
