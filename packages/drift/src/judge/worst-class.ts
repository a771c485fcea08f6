import { DRIFT_CLASSES, type DriftClass } from '@alivemcp/contracts';

/** The worst class among the changes; null when there is none. */
export function worstClass(changes: readonly { class: DriftClass }[]): DriftClass | null {
  return DRIFT_CLASSES.find((name) => changes.some((change) => change.class === name)) ?? null;
}
