import type { ProbeResult } from '@alivemcp/contracts';
import { type CanonicalToolList, createCanonicalOnce } from '@alivemcp/drift';

/** A probe gives the same array for the same answer. */
const canonicalOf = createCanonicalOnce();

/** null also for a list that came with a failure: it is evidence of the failure, not a new contract. */
export const toolListOf = ({ tools, outcome }: Pick<ProbeResult, 'tools' | 'outcome'>): CanonicalToolList | null =>
  tools !== null && outcome !== 'down' ? canonicalOf(tools) : null;
