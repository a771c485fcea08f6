import type { DriftChange } from '@alivemcp/contracts';
import { type CanonicalTool, toolName } from '../canonical/canonical-tool.ts';
import { canonicalToolList } from '../canonical/canonical-tool-list.ts';
import { change } from './change.ts';
import { diffNamesakes } from './diff-namesakes.ts';
import { findRenames } from './find-renames.ts';
import { without } from './without.ts';
import { worstChanges } from './worst-changes.ts';

/**
 * What changed between two tool lists, worst class first, then by tool and pointer. Lists of one hash give none, lists
 * of two hashes at least one. Takes canonical tools, and raw ones as well.
 */
export function diffToolLists(before: readonly unknown[], after: readonly unknown[]): DriftChange[] {
  const was = byName(before);
  const is = byName(after);
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const changes = names.flatMap((name) => {
    const left = was.get(name) ?? [];
    const right = is.get(name) ?? [];
    return name === null ? diffMalformed(left, right) : diffNamesakes(name, left, right);
  });
  return worstChanges([...changes, ...findRenames(only(was, is), only(is, was))]);
}

function byName(tools: readonly unknown[]): Map<string | null, CanonicalTool[]> {
  return Map.groupBy(canonicalToolList(tools).tools, toolName);
}

/** The tools whose name the other list has not; of doubled ones the first. */
function only(
  these: ReadonlyMap<string | null, CanonicalTool[]>,
  those: ReadonlyMap<string | null, CanonicalTool[]>,
): CanonicalTool[] {
  return [...these].flatMap(([name, tools]) => (name === null || those.has(name) ? [] : tools.slice(0, 1)));
}

/** Entries without a name cannot be told apart: they come and go. */
function diffMalformed(before: CanonicalTool[], after: CanonicalTool[]): DriftChange[] {
  const common = { tool: null, pointer: '/' };
  return [
    ...without(before, after).map(({ item }) =>
      change({
        ...common,
        kind: 'malformed_tool_removed',
        before: item,
        after: undefined,
        summary: 'An entry without a tool name was removed.',
      }),
    ),
    ...without(after, before).map(({ item }) =>
      change({
        ...common,
        kind: 'malformed_tool_added',
        before: undefined,
        after: item,
        summary: 'An entry without a tool name was added.',
      }),
    ),
  ];
}
