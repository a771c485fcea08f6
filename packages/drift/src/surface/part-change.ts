import type { ContractPart, DriftChange } from '@alivemcp/contracts';
import { change, type Pair } from '../diff/change.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { pointer } from '../diff/pointer.ts';
import { says } from '../diff/says.ts';
import type { Member } from './differing.ts';

/** What stands in one part of the surface: what a sentence calls it, and its pointer into that part. */
export type Subject = { part: ContractPart; called: string; pointer: string };

/** A change of a subject. `predicate` completes the sentence that begins with it. */
export const partChange = (subject: Subject, kind: ChangeKind, pair: Pair, predicate: string): DriftChange =>
  change({
    kind,
    part: subject.part,
    tool: null,
    pointer: subject.pointer,
    summary: `${subject.called} ${predicate}.`,
    ...pair,
  });

/** A change of one member of a subject. */
export function memberChange(subject: Subject, kind: ChangeKind, { key, ...pair }: Member): DriftChange {
  const member = {
    ...subject,
    called: `${subject.called}: ${markHidden(key)}`,
    pointer: pointer(subject.pointer, key),
  };
  return partChange(member, kind, pair, says(pair));
}
