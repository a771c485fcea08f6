import type { GATE_ROUNDS, Gate, GateReason, GateState } from '@alivemcp/contracts';
import { duration } from '../../../../format/numbers.ts';
import type { MarkWords } from '../../../ui/mark.tsx';

export const GATE_STATE_WORDS: Record<GateState, MarkWords> = {
  waiting: { shape: '◌', word: 'Waiting', color: 'text-unknown' },
  passed: { shape: '●', word: 'Passed', color: 'text-up' },
  failed: { shape: '✕', word: 'Not passed', color: 'text-down' },
};

/** Why a gate is shut, in two words; the sentence of the API says the rest. */
export const GATE_REASON_WORDS: Record<GateReason, string> = {
  not_observed: 'Not seen',
  not_up: 'Not up',
  credentials_needed: 'Asks for credentials',
  wrong_version: 'Another version',
  tools_changed: 'Other tools',
  not_confirmed: 'Not confirmed',
};

/** The type sees to it that this is the number of the API, whose code stays out of the dashboard. */
const ROUNDS_NEEDED: typeof GATE_ROUNDS = 2;

/** `Round 3; 1 of 2 good ones in a row.` */
export const roundsText = ({ rounds, goodRounds }: Pick<Gate, 'rounds' | 'goodRounds'>): string =>
  `Round ${rounds}; ${Math.min(goodRounds, ROUNDS_NEEDED)} of ${ROUNDS_NEEDED} good ones in a row.`;

/** How long a gate waited; null while it does. */
export const waitedText = ({ createdAt, endedAt }: Pick<Gate, 'createdAt' | 'endedAt'>): string | null =>
  endedAt === null ? null : duration(Date.parse(endedAt) - Date.parse(createdAt));

/** The start of a hash is enough to tell one list from another. */
export const shortHash = (hash: string): string => `${hash.slice(0, 12)}…`;
