import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { diffSchema } from '../schema/diff-schema.ts';
import { change, type Pair } from './change.ts';
import { diffDeprecation } from './diff-deprecation.ts';
import type { ChangeKind, Side } from './kinds.ts';
import { markHidden } from './mark-hidden.ts';
import { pointer } from './pointer.ts';
import { privilegeMove } from './privilege.ts';
import { says } from './says.ts';
import { taskSupportKind } from './task-support.ts';

const SIDES: Record<string, Side> = { inputSchema: 'input', outputSchema: 'output' };

const KINDS: Record<string, ChangeKind> = {
  description: 'description_changed',
  annotations: 'annotation_changed',
  execution: 'execution_changed',
  title: 'title_changed',
  icons: 'icons_changed',
  _meta: 'meta_changed',
};

/** Every change between two tools of one name. */
export function diffTool(name: string, before: JsonObject, after: JsonObject): DriftChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const members = [...keys].flatMap((key) => {
    const pair = { before: own(before, key), after: own(after, key) };
    if (sameJson(pair.before, pair.after)) return [];
    const side = Object.hasOwn(SIDES, key) ? SIDES[key] : undefined;
    if (side !== undefined) {
      return diffSchema({ tool: name, side, pointer: pointer('', name, key), path: '' }, pair.before, pair.after);
    }
    const hints = key === 'annotations' ? diffAnnotations(name, pair) : [];
    return hints.length > 0 ? hints : [member(name, [key], pair, kindOf(key, pair))];
  });
  return [...members, ...diffDeprecation(name, before, after)];
}

/** A change for each hint; none when the annotations are no objects, or only came or went empty. */
function diffAnnotations(name: string, { before = {}, after = {} }: Pair): DriftChange[] {
  if (!isJsonObject(before) || !isJsonObject(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((hint) => {
    const pair = { before: own(before, hint), after: own(after, hint) };
    if (sameJson(pair.before, pair.after)) return [];
    return [member(name, ['annotations', hint], pair, hintKind(hint, pair))];
  });
}

function hintKind(hint: string, { before, after }: Pair): ChangeKind {
  if (hint === 'title') return 'title_changed';
  const move = privilegeMove(hint, before, after);
  return move === null ? 'annotation_changed' : `privilege_${move}`;
}

function kindOf(key: string, { before, after }: Pair): ChangeKind {
  const tasks = key === 'execution' ? taskSupportKind(before, after) : null;
  return tasks ?? (Object.hasOwn(KINDS, key) ? KINDS[key] : undefined) ?? 'member_changed';
}

function member(name: string, path: string[], pair: Pair, kind: ChangeKind): DriftChange {
  return change({
    kind,
    tool: name,
    pointer: pointer('', name, ...path),
    summary: `Tool "${markHidden(name)}": ${path.map((part) => markHidden(part)).join('.')} ${says(pair)}${ENDINGS[kind] ?? ''}.`,
    ...pair,
  });
}

const ENDINGS: Partial<Record<ChangeKind, string>> = {
  privilege_widened: ', which allows the tool more',
  privilege_narrowed: ', which allows the tool less',
  tasks_required: '; it must now be called as a task',
  tasks_refused: '; it can no longer be called as a task',
  tasks_offered: '; it may be called as a task or without one',
};
