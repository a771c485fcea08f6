import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { diffSchema } from '../schema/diff-schema.ts';
import { change, type Pair } from './change.ts';
import type { ChangeKind, Side } from './kinds.ts';
import { markHidden } from './mark-hidden.ts';
import { pointer } from './pointer.ts';

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
  return [...keys].flatMap((key) => {
    const pair = { before: own(before, key), after: own(after, key) };
    if (sameJson(pair.before, pair.after)) return [];
    const side = Object.hasOwn(SIDES, key) ? SIDES[key] : undefined;
    if (side !== undefined) {
      return diffSchema({ tool: name, side, pointer: pointer('', name, key), path: '' }, pair.before, pair.after);
    }
    const hints = key === 'annotations' ? diffAnnotations(name, pair) : [];
    return hints.length > 0 ? hints : [member(name, [key], pair)];
  });
}

/** A change for each hint; none when the annotations are no objects, or only came or went empty. */
function diffAnnotations(name: string, { before = {}, after = {} }: Pair): DriftChange[] {
  if (!isJsonObject(before) || !isJsonObject(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((hint) => {
    const pair = { before: own(before, hint), after: own(after, hint) };
    return sameJson(pair.before, pair.after) ? [] : [member(name, ['annotations', hint], pair)];
  });
}

function member(name: string, path: [string, ...string[]], pair: Pair): DriftChange {
  const [key, hint] = path;
  const known = hint === 'title' ? 'title_changed' : Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
  const verb = pair.before === undefined ? 'was added' : pair.after === undefined ? 'was removed' : 'changed';
  return change({
    kind: known ?? 'member_changed',
    tool: name,
    pointer: pointer('', name, ...path),
    summary: `Tool "${markHidden(name)}": ${path.map((part) => markHidden(part)).join('.')} ${verb}.`,
    ...pair,
  });
}
