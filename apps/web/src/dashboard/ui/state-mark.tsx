import type { Outcome, ServerStatus } from '@alivemcp/contracts';
import { STATES } from '../../theme/states.ts';

export const STATE_COLOR: Record<ServerStatus, string> = {
  up: 'text-up',
  degraded: 'text-degraded',
  down: 'text-down',
  unknown: 'text-unknown',
  paused: 'text-unknown',
  maintenance: 'text-maintenance',
  pending: 'text-unknown',
};

/** For the edge of a box that is about something in this state. */
export const STATE_EDGE: Record<ServerStatus, string> = {
  up: 'border-l-up',
  degraded: 'border-l-degraded',
  down: 'border-l-down',
  unknown: 'border-l-unknown',
  paused: 'border-l-unknown',
  maintenance: 'border-l-maintenance',
  pending: 'border-l-unknown',
};

/** A state as shape and word; the colour says it a third time. */
export function StateMark({ status, className = '' }: { status: ServerStatus | Outcome; className?: string }) {
  const { shape, word } = STATES[status];
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${STATE_COLOR[status]} ${className}`}
    >
      <span aria-hidden="true">{shape}</span>
      {word}
    </span>
  );
}
