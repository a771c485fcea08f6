import type { CanonicalTool } from '../canonical/canonical-tool.ts';
import { isJsonObject, type Json, own } from '../canonical/json.ts';
import type { Finding } from './finding.ts';

const REASONS = {
  readOnly: 'Said to only read before; now it does not.',
  destructive: 'May destroy something now; before it was said not to.',
  openWorld: 'May reach the outside world now; before it was said not to.',
} as const;

/** What a tool may do by its annotations and could not do before. Absent hints count as MCP 2025-11-25 says. */
export function privilegeRisks(before: CanonicalTool, after: CanonicalTool): Finding[] {
  const was = privileges(before);
  const is = privileges(after);
  const widened = (['readOnly', 'destructive', 'openWorld'] as const).filter((key) => is[key] && !was[key]);
  return widened.map((key) => ({ sign: 'privilege_widened', reason: REASONS[key], excerpt: hintsOf(after) }));
}

function privileges(tool: CanonicalTool): Record<keyof typeof REASONS, boolean> {
  const writes = hint(tool, 'readOnlyHint') !== true;
  return {
    readOnly: writes,
    // What only reads destroys nothing, whatever else it says.
    destructive: writes && hint(tool, 'destructiveHint') !== false,
    openWorld: hint(tool, 'openWorldHint') !== false,
  };
}

function hint(tool: CanonicalTool, name: string): Json | undefined {
  const annotations = isJsonObject(tool) ? own(tool, 'annotations') : undefined;
  return isJsonObject(annotations) ? own(annotations, name) : undefined;
}

const hintsOf = (tool: CanonicalTool): string =>
  ['readOnlyHint', 'destructiveHint', 'openWorldHint'].map((name) => `${name}: ${say(hint(tool, name))}`).join(', ');

const say = (value: Json | undefined): string =>
  typeof value === 'boolean' ? String(value) : value === undefined ? 'absent' : 'no boolean';
