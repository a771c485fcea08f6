import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import type { Pair } from '../diff/change.ts';
import { pointer } from '../diff/pointer.ts';
import { type Follow, perKeyword } from './comparer.ts';
import { at, type Stand } from './spot.ts';

/** `$defs` and `definitions`: judged where they stand, once, however many places refer to them. */
export const definitions = perKeyword(['$defs', 'definitions'], (spot, key, before = {}, after = {}, follow) => {
  if (sameJson(before, after)) return [];
  if (!isJsonObject(before) || !isJsonObject(after)) {
    return [at(spot, key, 'schema_changed', { before, after }, `has another "${key}", which is no valid JSON Schema`)];
  }
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const pair = { before: own(before, name), after: own(after, name) };
    const child: Stand = { ...spot, pointer: pointer(spot.pointer, key, name), path: name, noun: 'definition' };
    return sameJson(pair.before, pair.after) ? [] : definition(child, pair, follow);
  });
});

function definition(spot: Stand, pair: Pair, follow: Follow): DriftChange[] {
  const { before, after } = pair;
  const used = usedAt(spot);
  if (before === undefined) {
    if (used.before) return [at(spot, null, 'schema_changed', pair, 'was added where references had led nowhere')];
    return [at(spot, null, 'definition_added', pair, 'was added')];
  }
  if (after === undefined) {
    if (used.after) return [at(spot, null, 'schema_changed', pair, 'was removed, though references lead there')];
    return [at(spot, null, 'definition_removed', pair, 'was removed')];
  }
  if (used.before && used.after) return follow(spot, before, after);
  return [at(spot, null, 'definition_changed', pair, 'changed, but is not in use both before and after')];
}

/** A pointer that was cut can be compared with none: then it is held to be in use. */
function usedAt({ pointer: whole, trail }: Stand): { before: boolean; after: boolean } {
  if (whole.endsWith('/…')) return { before: true, after: true };
  const inside = whole.slice(trail.base.length);
  const { before, after } = trail.used();
  return { before: before(inside), after: after(inside) };
}
