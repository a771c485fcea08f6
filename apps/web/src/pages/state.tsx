import type { ServerStatus } from '@alivemcp/contracts';
import { STATES } from '../theme/states.ts';
import { Mark } from './marks.tsx';

/** What a region says is any string to its reader. */
export const toStatus = (status: string): ServerStatus =>
  Object.hasOwn(STATES, status) ? (status as ServerStatus) : 'unknown';

/** Class name that carries the colour of a state. */
export const tone = (status: ServerStatus): string =>
  status === 'paused' || status === 'pending' ? 'unknown' : status;

/** A state as mark and word. */
export function State({ status }: { status: ServerStatus }) {
  return (
    <span className={`state ${tone(status)}`}>
      <Mark status={status} />
      {STATES[status].word}
    </span>
  );
}
