import { isJsonObject, type Json, own } from '../canonical/json.ts';
import type { ChangeKind } from './kinds.ts';

const SUPPORTS = ['forbidden', 'optional', 'required'] as const;
type Support = (typeof SUPPORTS)[number];

const KINDS: Record<Support, Record<Support, ChangeKind | null>> = {
  forbidden: { forbidden: null, optional: 'tasks_offered', required: 'tasks_required' },
  optional: { forbidden: 'tasks_refused', optional: null, required: 'tasks_required' },
  required: { forbidden: 'tasks_refused', optional: 'tasks_offered', required: null },
};

/** What a change of `execution.taskSupport` (MCP 2025-11-25) means to who calls; null when it is none of that. */
export function taskSupportKind(before: Json | undefined, after: Json | undefined): ChangeKind | null {
  const was = supportOf(before);
  const is = supportOf(after);
  return was === undefined || is === undefined ? null : KINDS[was][is];
}

/** Absent means forbidden. undefined for a value that MCP does not know. */
function supportOf(execution: Json | undefined): Support | undefined {
  const value = isJsonObject(execution) ? own(execution, 'taskSupport') : undefined;
  return value === undefined ? 'forbidden' : SUPPORTS.find((support) => support === value);
}
