import type { DriftChange } from '@alivemcp/contracts';
import type { JsonObject } from '../canonical/json.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { diffArguments } from './diff-arguments.ts';
import { differing } from './differing.ts';
import { kindOfMember } from './kind-of-member.ts';
import { memberChange, type Subject } from './part-change.ts';

const KINDS: Record<string, ChangeKind> = { description: 'prompt_description_changed' };

/** Every change between two prompts of one name. */
export const diffPrompt = (subject: Subject, before: JsonObject, after: JsonObject): DriftChange[] =>
  differing(before, after).flatMap((member) =>
    member.key === 'arguments'
      ? diffArguments(subject, member)
      : [memberChange(subject, kindOfMember(member.key, KINDS), member)],
  );
