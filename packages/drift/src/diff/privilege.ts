import type { Json } from '../canonical/json.ts';

/** Hint → whether a value of it (undefined: absent) allows the tool more. Absent ones count as MCP 2025-11-25 says. */
const ALLOWS_MORE: Record<string, (value: Json | undefined) => boolean> = {
  readOnlyHint: (value) => value !== true,
  destructiveHint: (value) => value !== false,
  idempotentHint: (value) => value !== true,
  openWorldHint: (value) => value !== false,
};

/** Which way a hint moved what the tool may do; null when it did not, or is none of those four. */
export function privilegeMove(
  hint: string,
  before: Json | undefined,
  after: Json | undefined,
): 'widened' | 'narrowed' | null {
  const allows = Object.hasOwn(ALLOWS_MORE, hint) ? ALLOWS_MORE[hint] : undefined;
  if (allows === undefined || allows(before) === allows(after)) return null;
  return allows(after) ? 'widened' : 'narrowed';
}
