import { cleanLine, type ServerStatus } from '@alivemcp/contracts';
import { WORST_FIRST } from '../theme/states.ts';
import { listWords } from './list-words.ts';

const SAYS: Record<ServerStatus, string> = {
  up: 'up',
  degraded: 'degraded',
  down: 'down',
  unknown: 'without fresh observations',
  paused: 'paused',
  maintenance: 'under maintenance',
  pending: 'waiting for a first check',
};

export type StateOfAll = { status: ServerStatus; sentence: string; more: string | null };

/** The state of several servers: the worst as a sentence, the others as a second. */
export function stateOfAll(servers: { name: string; status: ServerStatus }[]): StateOfAll {
  const total = servers.length;
  const [only] = servers;
  if (only === undefined) return { status: 'unknown', sentence: 'There are no servers on this page yet', more: null };
  if (total === 1) {
    return { status: only.status, sentence: `${cleanLine(only.name)} is ${SAYS[only.status]}`, more: null };
  }

  const found = WORST_FIRST.map((status) => ({
    status,
    names: servers.filter((server) => server.status === status).map(({ name }) => cleanLine(name)),
  })).filter(({ names }) => names.length > 0);
  const [worst, ...others] = found;
  if (worst === undefined || others.length === 0) {
    return { status: only.status, sentence: `All ${total} servers are ${SAYS[only.status]}`, more: null };
  }
  const more = others.map(({ status, names }) => `${amount(names)} ${SAYS[status]}${whom(status, names)}.`);
  const sentence = `${worst.names.length} of ${total} servers ${verb(worst.names)} ${SAYS[worst.status]}`;
  return { status: worst.status, sentence: sentence + whom(worst.status, worst.names), more: more.join(' ') };
}

const verb = (names: string[]) => (names.length === 1 ? 'is' : 'are');
const amount = (names: string[]) => `${names.length} ${verb(names)}`;
const whom = (status: ServerStatus, names: string[]) => (status === 'up' ? '' : `: ${listWords(names, 3)}`);
