import { DRIFT_CLASSES, type DriftClass } from '@alivemcp/contracts';

export const FAIL_ON = ['breaking', 'behavioural', 'additive', 'any'] as const;
/** The mildest class that fails a diff. */
export type FailOn = (typeof FAIL_ON)[number];

/** Classes stand worst first: one reaches every one that is milder. */
export const reaches = (worst: DriftClass, failOn: FailOn): boolean =>
  failOn === 'any' || DRIFT_CLASSES.indexOf(worst) <= DRIFT_CLASSES.indexOf(failOn);
