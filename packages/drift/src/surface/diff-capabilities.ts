import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type Json } from '../canonical/json.ts';
import type { Pair } from '../diff/change.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { pointer } from '../diff/pointer.ts';
import { differing, type Member } from './differing.ts';
import { memberChange, partChange, type Subject } from './part-change.ts';

/** What a server says that it can do: capability by capability, and in each member by member. */
export function diffCapabilities(before: Json, after: Json): DriftChange[] {
  const changes = differing(objectOf(before), objectOf(after)).flatMap(diffCapability);
  if (changes.length > 0) return changes;
  const whole: Subject = { part: 'capabilities', called: 'What the server declares', pointer: '' };
  return [partChange(whole, 'capability_changed', { before, after }, 'changed')];
}

function diffCapability({ key, before, after }: Member): DriftChange[] {
  const pair = { before, after };
  const subject: Subject = {
    part: 'capabilities',
    called: `Capability "${markHidden(key)}"`,
    pointer: pointer('', key),
  };
  if (before === undefined) return [partChange(subject, 'capability_added', pair, 'was added')];
  if (after === undefined) return [partChange(subject, 'capability_removed', pair, 'was removed')];
  if (!isJsonObject(before) || !isJsonObject(after))
    return [partChange(subject, 'capability_changed', pair, 'changed')];
  return differing(before, after).map((member) =>
    memberChange(subject, saysTheSame(member) ? 'surface_respelled' : 'capability_changed', member),
  );
}

/** What is not said is as good as false. */
const saysTheSame = ({ before = false, after = false }: Pair): boolean => before === after;

const objectOf = (value: Json) => (isJsonObject(value) ? value : {});
