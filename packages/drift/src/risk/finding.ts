import type { DriftRisk } from '@alivemcp/contracts';

/** A sign found in one tool. */
export type Finding = Omit<DriftRisk, 'tool'>;
