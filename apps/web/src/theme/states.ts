import type { ServerStatus } from '@alivemcp/contracts';

export type StateWords = { shape: string; word: string; sentence: string };

/** How a state is said, everywhere: a shape, a word and a sentence, and only then a colour. */
export const STATES: Record<ServerStatus, StateWords> = {
  up: { shape: '●', word: 'Up', sentence: 'The server answers and lists its tools.' },
  degraded: { shape: '▲', word: 'Degraded', sentence: 'The server answers, but not as it should, or not everywhere.' },
  down: { shape: '✕', word: 'Down', sentence: 'The server cannot be used.' },
  unknown: { shape: '◌', word: 'Unknown', sentence: 'There are no fresh observations.' },
  paused: { shape: '‖', word: 'Paused', sentence: 'The owner has paused the checks.' },
  maintenance: { shape: '⚙', word: 'Maintenance', sentence: 'The owner announced work on the server.' },
  pending: { shape: '◌', word: 'Pending', sentence: 'The first check is under way.' },
};

/** Who is paused says nothing about the others, so comes last. */
export const WORST_FIRST: ServerStatus[] = ['down', 'degraded', 'maintenance', 'unknown', 'pending', 'up', 'paused'];
