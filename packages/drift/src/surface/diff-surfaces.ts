import { type ContractPart, type DriftChange, SURFACE_LISTS } from '@alivemcp/contracts';
import { canonicalValue } from '../canonical/canonical-value.ts';
import { isJsonObject, type Json, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import type { Pair } from '../diff/change.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { worstChanges } from '../diff/worst-changes.ts';
import { canonicalList } from './canonical-list.ts';
import { diffCapabilities } from './diff-capabilities.ts';
import { diffList } from './diff-list.ts';
import { partChange } from './part-change.ts';

type Content = Record<string, unknown>;

/**
 * What changed between the contents of two surfaces, worst class first, then by part and pointer. A part that one of the
 * two has not was not read, so nothing is said of it; of two hashes over the same parts there is at least one change.
 */
export function diffSurfaces(before: Content, after: Content): DriftChange[] {
  const lists = SURFACE_LISTS.flatMap((list) => {
    const [was, is] = [before[list], after[list]];
    return Array.isArray(was) && Array.isArray(is)
      ? diffList(list, canonicalList(list, was), canonicalList(list, is))
      : [];
  });
  return worstChanges([
    ...diffPart(before, after, 'serverInfo', diffServerInfo),
    ...diffPart(before, after, 'capabilities', diffCapabilities),
    ...diffPart(before, after, 'instructions', diffInstructions),
    ...lists,
  ]);
}

function diffPart(
  before: Content,
  after: Content,
  part: ContractPart,
  diff: (was: Json, is: Json) => DriftChange[],
): DriftChange[] {
  if (!Object.hasOwn(before, part) || !Object.hasOwn(after, part)) return [];
  const was = canonicalValue(before[part], 'data');
  const is = canonicalValue(after[part], 'data');
  return sameJson(was, is) ? [] : diff(was, is);
}

function diffServerInfo(before: Json, after: Json): DriftChange[] {
  const pair = { before: nameIn(before), after: nameIn(after) };
  const subject = { part: 'serverInfo', called: 'The server', pointer: '/name' } as const;
  return [partChange(subject, 'server_renamed', pair, `is now called ${say(pair.after)}, was ${say(pair.before)}`)];
}

const nameIn = (info: Json): Json | undefined => (isJsonObject(info) ? own(info, 'name') : undefined);

const say = (name: Json | undefined): string => (typeof name === 'string' ? `"${markHidden(name)}"` : 'nothing');

function diffInstructions(before: Json, after: Json): DriftChange[] {
  const pair: Pair = { before: before ?? undefined, after: after ?? undefined };
  const how = pair.before === undefined ? 'added' : pair.after === undefined ? 'removed' : 'changed';
  const subject = { part: 'instructions', called: 'The instructions', pointer: '' } as const;
  return [partChange(subject, `instructions_${how}`, pair, how === 'changed' ? how : `were ${how}`)];
}
