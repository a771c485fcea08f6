import {
  CONTRACT_PARTS,
  type ContractPart,
  DRIFT_CLASSES,
  type DriftChange,
  type DriftClass,
} from '@alivemcp/contracts';

export type PartGroup = { part: ContractPart; changes: DriftChange[] };
export type ChangeGroup = { driftClass: DriftClass; parts: PartGroup[] };

/** Changes by their class, worst class first, and in it by the part they are of, tools first; their order stays. */
export function groupChanges(changes: DriftChange[]): ChangeGroup[] {
  return DRIFT_CLASSES.map((driftClass) => ({
    driftClass,
    parts: groupParts(changes.filter((change) => change.class === driftClass)),
  })).filter(({ parts }) => parts.length > 0);
}

function groupParts(changes: DriftChange[]): PartGroup[] {
  return CONTRACT_PARTS.map((part) => ({
    part,
    changes: changes.filter((change) => (change.part ?? 'tools') === part),
  })).filter((group) => group.changes.length > 0);
}
