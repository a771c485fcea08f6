import { DRIFT_CLASSES, type DriftChange, type DriftClass } from '@alivemcp/contracts';

export type ChangeGroup = { driftClass: DriftClass; changes: DriftChange[] };

/** Changes by their class, worst class first; the order within a class stays. */
export function groupChanges(changes: DriftChange[]): ChangeGroup[] {
  return DRIFT_CLASSES.map((driftClass) => ({
    driftClass,
    changes: changes.filter((change) => change.class === driftClass),
  })).filter((group) => group.changes.length > 0);
}
