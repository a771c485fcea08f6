import type { SlaFigures } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import type { MarkWords } from '../../ui/mark.tsx';

export type Budget = NonNullable<SlaFigures['budget']>;

/** How an error budget stands; only a month that goes on can still run out of it. */
export function budgetMark({ leftMs, burnRate }: Budget, running: boolean): MarkWords {
  if (leftMs < 0) return { shape: '■', word: 'Overspent', color: 'text-down' };
  if (running && burnRate !== null && burnRate > 1) return { shape: '▲', word: 'Too fast', color: 'text-degraded' };
  return { shape: '●', word: running ? 'On course' : 'Kept', color: 'text-up' };
}

/** What is left, or how much too much was spent. */
export const budgetLeft = ({ leftMs }: Budget): string =>
  leftMs < 0 ? `${duration(-leftMs)} too much` : `${duration(leftMs)} left`;
