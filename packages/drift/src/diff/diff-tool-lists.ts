import { DRIFT_CLASSES, type DriftChange } from '@alivemcp/contracts';
import { byCodeUnits, canonicalJson } from '../canonical/canonical-json.ts';
import { type CanonicalTool, toolName } from '../canonical/canonical-tool.ts';
import { canonicalToolList } from '../canonical/canonical-tool-list.ts';
import { change } from './change.ts';
import { diffNamesakes } from './diff-namesakes.ts';
import { findRenames } from './find-renames.ts';
import { without } from './without.ts';

/** A hostile list can hold any number of changes; beyond this the mildest are only counted. */
export const MAX_CHANGES = 1000;

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
  return bounded([...changes, ...findRenames(only(was, is), only(is, was))].sort(worstFirst));
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

const worstFirst = (a: DriftChange, b: DriftChange): number =>
  DRIFT_CLASSES.indexOf(a.class) - DRIFT_CLASSES.indexOf(b.class) ||
  byCodeUnits(a.tool ?? '', b.tool ?? '') ||
  byCodeUnits(a.pointer, b.pointer) ||
  byCodeUnits(a.kind, b.kind) ||
  byCodeUnits(canonicalJson([a.before, a.after] as CanonicalTool), canonicalJson([b.before, b.after] as CanonicalTool));

function bounded(changes: DriftChange[]): DriftChange[] {
  if (changes.length <= MAX_CHANGES) return changes;
  const left = changes.length - MAX_CHANGES + 1;
  const note = change({
    kind: 'changes_left_out',
    tool: null,
    pointer: '',
    before: undefined,
    after: left,
    summary: `${left} more changes, none worse than those listed.`,
  });
  return [...changes.slice(0, MAX_CHANGES - 1), note];
}
