import type { DriftChange } from '@alivemcp/contracts';
import type { CanonicalTool } from '../canonical/canonical-tool.ts';
import { isJsonObject } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { change } from './change.ts';
import { diffTool } from './diff-tool.ts';
import { markHidden } from './mark-hidden.ts';
import { pointer } from './pointer.ts';
import { without } from './without.ts';

/** Changes among the tools of one name: one before and one after, unless the server lists a name more than once. */
export function diffNamesakes(name: string, before: CanonicalTool[], after: CanonicalTool[]): DriftChange[] {
  // By far the most common case, and the cheapest to tell.
  if (before.length === 1 && after.length === 1 && sameJson(before[0], after[0])) return [];
  const gone = without(before, after).map(({ item }) => item);
  const come = without(after, before).map(({ item }) => item);
  const pairs = Math.min(gone.length, come.length);
  const changed = gone.slice(0, pairs).flatMap((left, index) => {
    const right = come[index];
    return isJsonObject(left) && isJsonObject(right) ? diffTool(name, left, right) : [];
  });
  const text = markHidden(name);
  const common = { tool: name, pointer: pointer('', name) };
  return [
    ...changed,
    ...gone.slice(pairs).map((entry, index) => {
      const whole = after.length === 0 && index === 0;
      const summary = whole ? `Tool "${text}" was removed.` : `A second tool named "${text}" was removed.`;
      return change({
        ...common,
        kind: whole ? 'tool_removed' : 'duplicate_removed',
        before: entry,
        after: undefined,
        summary,
      });
    }),
    ...come.slice(pairs).map((entry, index) => {
      const whole = before.length === 0 && index === 0;
      const summary = whole ? `Tool "${text}" was added.` : `A second tool named "${text}" was added.`;
      return change({
        ...common,
        kind: whole ? 'tool_added' : 'duplicate_added',
        before: undefined,
        after: entry,
        summary,
      });
    }),
  ];
}
