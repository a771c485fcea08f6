import type { DriftChange } from '@alivemcp/contracts';
import type { JsonObject } from '../canonical/json.ts';
import { readDeprecation } from '../deprecation/read-deprecation.ts';
import { change } from './change.ts';
import { markHidden } from './mark-hidden.ts';
import { pointer } from './pointer.ts';

/** A tool that was marked deprecated, or is so no more; told beside the change of the text that says so. */
export function diffDeprecation(name: string, before: JsonObject, after: JsonObject): DriftChange[] {
  const was = readDeprecation(before);
  const is = readDeprecation(after);
  if ((was === null) === (is === null)) return [];
  const tool = `Tool "${markHidden(name)}"`;
  const end = is?.removalDate
    ? `, to be removed on ${is.removalDate}`
    : is?.removalWindowDays === undefined
      ? ''
      : `, to be removed in ${is.removalWindowDays} days`;
  return [
    change({
      kind: is ? 'tool_deprecated' : 'tool_undeprecated',
      tool: name,
      pointer: pointer('', name),
      before: was ? { ...was } : undefined,
      after: is ? { ...is } : undefined,
      summary: is ? `${tool} is now marked deprecated${end}.` : `${tool} is no longer marked deprecated.`,
    }),
  ];
}
