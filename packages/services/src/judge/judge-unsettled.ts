import type { Db } from '@alivemcp/db';
import { isInconsistent, noteOddList, settledOn } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import type { ContractSighting } from './judge-contract.ts';
import type { Judging } from './judging.ts';
import { tellInconsistent } from './tell-inconsistent.ts';

/**
 * Keeps the advisory of a server that shows several tool lists. While it is told, nothing is adopted: `settledOn` is the list
 * that is left in the end, null before that.
 */
export async function judgeUnsettled(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  reports: { hash: string | null; run: number }[],
  sighting: ContractSighting,
  { agreed, takesTurns }: { agreed: boolean; takesTurns: boolean },
): Promise<{ told: boolean; settledOn: string | null }> {
  const { state, server } = judging;
  if (state.toolsHash === null || state.status === 'maintenance') return { told: false, settledOn: null };
  const now = ctx.clock.now();
  const isOdd = sighting.toolsHash !== state.toolsHash && !agreed && sighting.reason !== 'confirm';
  const isTurn = takesTurns || (state.unsettled?.told && sighting.toolsHash !== state.toolsHash);
  const odd = { hash: sighting.toolsHash, region: sighting.region, at: now };
  const noted = isOdd || isTurn ? noteOddList(state.unsettled, odd) : state.unsettled;
  if (noted === null) return { told: false, settledOn: null };

  const left = settledOn(noted, reports, state.toolsHash, { intervalMs: server.intervalMs, now });
  if (left !== null) {
    state.unsettled = null;
    return { told: false, settledOn: left };
  }
  const isNews = !noted.told && (takesTurns || isInconsistent(noted, server.intervalMs, now));
  state.unsettled = isNews ? { ...noted, told: true } : noted;
  if (isNews) await tellInconsistent(tx, ctx, judging);
  return { told: noted.told || isNews, settledOn: null };
}
