import { canonicalJson } from '../canonical/canonical-json.ts';
import type { CanonicalTool } from '../canonical/canonical-tool.ts';
import { isJsonObject, type Json, own } from '../canonical/json.ts';

/** Longer descriptions, and more parameters, are alike or not by the first of them. */
const MAX_WORDS = 200;
const MAX_PARAMETERS = 100;

/** What two tools are compared by. */
export type Traits = { name: Set<string>; description: Set<string>; parameters: Set<string> };

export function traitsOf(tool: CanonicalTool): Traits {
  const member = (key: string) => (isJsonObject(tool) ? own(tool, key) : undefined);
  return {
    name: wordsOf(member('name')),
    description: wordsOf(member('description')),
    parameters: parametersOf(member('inputSchema')),
  };
}

/** How alike two tools of different names are, 0 to 1. Names alone are too little to go by. */
export function likeness(a: Traits, b: Traits): number {
  const parts = [
    { weight: 3, left: a.description, right: b.description },
    { weight: 3, left: a.parameters, right: b.parameters },
    // Two tools without parameters are not alike for that.
  ].filter(({ left, right }) => left.size + right.size > 0);
  if (parts.length === 0) return 0;
  parts.push({ weight: 2, left: a.name, right: b.name });
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, left, right }) => sum + weight * overlap(left, right), 0) / whole;
}

/** Shared members among all of both. */
function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((member) => b.has(member)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

function wordsOf(value: Json | undefined): Set<string> {
  const text = typeof value === 'string' ? value.slice(0, MAX_WORDS * 20) : '';
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu);
  return new Set((words ?? []).slice(0, MAX_WORDS));
}

/** Names with types: what a caller sends. */
function parametersOf(schema: Json | undefined): Set<string> {
  const properties = isJsonObject(schema) ? own(schema, 'properties') : undefined;
  if (!isJsonObject(properties)) return new Set();
  const names = Object.keys(properties).slice(0, MAX_PARAMETERS);
  return new Set(
    names.map((name) => {
      const property = own(properties, name);
      return canonicalJson([name, (isJsonObject(property) ? own(property, 'type') : undefined) ?? null]);
    }),
  );
}
