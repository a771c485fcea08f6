import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { pointer } from '../diff/pointer.ts';
import { differing, type Member } from './differing.ts';
import { argumentName } from './entry-key.ts';
import { kindOfMember } from './kind-of-member.ts';
import { memberChange, partChange, type Subject } from './part-change.ts';

const KINDS: Record<string, ChangeKind> = { description: 'prompt_description_changed' };

/** What a prompt takes, argument by argument. */
export function diffArguments(prompt: Subject, member: Member): DriftChange[] {
  const was = byName(member.before);
  const is = byName(member.after);
  if (was === null || is === null) return [memberChange(prompt, 'prompt_arguments_changed', member)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  const changes = names.flatMap((name) => diffArgument(prompt, name, was.get(name), is.get(name)));
  return changes.length > 0 ? changes : [memberChange(prompt, 'surface_respelled', member)];
}

/** null where it cannot be told which argument is which. */
function byName(value: Json | undefined): Map<string, JsonObject> | null {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return null;
  const named = value.filter(isJsonObject).flatMap((argument): [string, JsonObject][] => {
    const name = argumentName(argument);
    return name === null ? [] : [[name, argument]];
  });
  const map = new Map(named);
  return map.size === value.length ? map : null;
}

function diffArgument(
  { part, called, pointer: at }: Subject,
  name: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): DriftChange[] {
  const pair = { before, after };
  const subject = (adjective: string): Subject => ({
    part,
    called: `${called}: ${adjective}argument "${markHidden(name)}"`,
    pointer: pointer(at, 'arguments', name),
  });
  if (after === undefined) return [partChange(subject(''), 'prompt_argument_removed', pair, 'was removed')];
  if (before === undefined) {
    return isRequired(after)
      ? [partChange(subject('required '), 'prompt_required_argument_added', pair, 'was added')]
      : [partChange(subject('optional '), 'prompt_argument_added', pair, 'was added')];
  }
  return differing(before, after).map((member) => {
    if (member.key !== 'required') return memberChange(subject(''), kindOfMember(member.key, KINDS), member);
    if (isRequired(before) === isRequired(after)) return memberChange(subject(''), 'surface_respelled', member);
    return isRequired(after)
      ? partChange(below(subject('')), 'prompt_argument_made_required', member, 'is now required')
      : partChange(below(subject('')), 'prompt_argument_made_optional', member, 'is now optional');
  });
}

const below = (subject: Subject): Subject => ({ ...subject, pointer: pointer(subject.pointer, 'required') });

/** Absent means that it is not. */
const isRequired = (argument: JsonObject): boolean => own(argument, 'required') === true;
