import type { Posture } from '@alivemcp/contracts';
import type { FreshReport } from './quorum.ts';

const MOST_TELLING: readonly Posture[] = ['credential_rejected', 'auth_required', 'credentialed', 'open'];

/** The posture that most seeing regions report among those that reached the server; the more telling one on a tie. */
export function agreedPosture(fresh: readonly FreshReport[]): Posture | null {
  const alive = fresh.filter((report) => report.outcome !== 'down' && report.posture !== null);
  const count = (posture: Posture) => alive.filter((report) => report.posture === posture).length;
  const [best] = [...MOST_TELLING].sort((a, b) => count(b) - count(a));
  return best !== undefined && count(best) > 0 ? best : null;
}
