import type { DriftChange } from '@alivemcp/contracts';
import type { JsonObject } from '../canonical/json.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { differing } from './differing.ts';
import { kindOfMember } from './kind-of-member.ts';
import { memberChange, type Subject } from './part-change.ts';

const KINDS: Record<string, ChangeKind> = {
  mimeType: 'resource_type_changed',
  description: 'resource_description_changed',
  name: 'resource_name_changed',
};

/** Every change between two resources of one address, or two templates. */
export const diffResource = (subject: Subject, before: JsonObject, after: JsonObject): DriftChange[] =>
  differing(before, after).map((member) => memberChange(subject, kindOfMember(member.key, KINDS), member));
