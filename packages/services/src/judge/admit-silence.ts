import type { Db } from '@alivemcp/db';
import { silenceSince } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { applyTransition } from './apply-transition.ts';
import type { Judging } from './judging.ts';
import type { RegionRow } from './region-report.ts';

const JUDGED = new Set(['up', 'degraded', 'down']);

/**
 * Writes down that a server was unknown for a while where nobody watched it and nobody could say so then: the database, or all of
 * us, were away. It is over, so nobody is told.
 */
export async function admitSilence(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  regions: readonly RegionRow[],
): Promise<void> {
  const { state, server } = judging;
  const words = regions.map(({ checkedAt, resumedFrom }) => ({
    checkedAt: checkedAt?.getTime() ?? null,
    resumedFrom: resumedFrom?.getTime() ?? null,
  }));
  const since = silenceSince(words, server.intervalMs);
  if (since === null || !JUDGED.has(state.status) || state.since.getTime() >= since) return;
  await applyTransition(tx, ctx, judging, {
    to: 'unknown',
    at: since,
    class: null,
    summary: 'Nobody watched.',
    failing: [],
    sighted: [],
    assigned: regions.map(({ region }) => region),
    untold: true,
  });
}
