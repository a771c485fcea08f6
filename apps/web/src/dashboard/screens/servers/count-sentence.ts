import type { Server } from '@alivemcp/contracts';
import { STATES } from '../../../theme/states.ts';
import { countStates } from './select-servers.ts';

/** `12 servers: 10 up, 1 down, 1 paused`. */
export function countSentence(servers: Server[]): string {
  const states = countStates(servers, {})
    .sort(([, a], [, b]) => b - a)
    .map(([status, count]) => `${count} ${STATES[status].word.toLowerCase()}`);
  return `${servers.length} ${servers.length === 1 ? 'server' : 'servers'}: ${states.join(', ')}`;
}
