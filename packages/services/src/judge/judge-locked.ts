import type { Db } from '@alivemcp/db';
import { type Decision, judgeServer, type Shortfall } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { admitSilence } from './admit-silence.ts';
import { applyTransition } from './apply-transition.ts';
import { judgeAdvisory } from './judge-advisory.ts';
import { judgeByClient } from './judge-by-client.ts';
import { judgeContract } from './judge-contract.ts';
import { judgePosture } from './judge-posture.ts';
import type { Judging } from './judging.ts';
import { type RegionRow, toReport } from './region-report.ts';
import type { Sighting } from './sighting.ts';

/** What a judgement goes by beside the state of the server. */
export type Evidence = {
  regions: RegionRow[];
  sighting: Sighting | null;
  shortfall: Shortfall | null;
  now: number;
};

/**
 * Judges one locked server. The caller saves what came of it, and has all regions probe again where `confirm` says so.
 */
export async function judgeLocked(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  { regions, sighting, shortfall, now }: Evidence,
): Promise<{ changed: boolean; confirm: boolean; assigned: string[] }> {
  const { state, server } = judging;
  const assigned = regions.map((region) => region.region);
  await admitSilence(tx, ctx, judging, regions);
  const memory = {
    status: state.status,
    since: state.since.getTime(),
    confirmingSince: state.confirmingSince?.getTime() ?? null,
  };
  const decision = judgeServer(memory, regions.map(toReport), server, now, shortfall);

  remember(judging, decision, sighting, now);
  if (decision.transition) await applyTransition(tx, ctx, judging, changeOf(decision, decision.transition, assigned));
  // Announced work is nobody's alarm: what it changes is looked at when it is over.
  const muted = state.status === 'maintenance';
  if (!muted) judgePosture(ctx, judging, decision.verdict.fresh);
  judgeAdvisory(ctx, judging, decision.verdict, assigned);
  if (sighting && !muted) await judgeByClient(tx, ctx, judging, sighting);
  const contract = sighting ? await judgeContract(tx, ctx, judging, regions, sighting) : 'settled';
  const { confirmation } = decision;
  return {
    changed: decision.transition !== null,
    confirm: confirmation === 'start' || (confirmation === 'none' && contract === 'confirm'),
    assigned,
  };
}

function changeOf({ verdict, cause }: Decision, transition: NonNullable<Decision['transition']>, assigned: string[]) {
  const good = transition.to === 'up';
  return {
    ...transition,
    class: good ? null : cause.class,
    summary: good ? null : cause.summary,
    failing: good ? [] : verdict.against.map((report) => report.region),
    sighted: verdict.fresh.map((report) => report.region),
    assigned,
  };
}

/** Brings the facts of the state row up to date. */
function remember({ state }: Judging, { confirmation }: Decision, sighting: Sighting | null, now: number): void {
  if (confirmation === 'start') state.confirmingSince = new Date(now);
  if (confirmation === 'none') state.confirmingSince = null;
  if (sighting?.protocol) {
    state.protocol = sighting.protocol;
    state.serverName = sighting.serverInfo?.name ?? null;
    state.serverVersion = sighting.serverInfo?.version ?? null;
  }
  if (sighting?.truth) {
    state.truth = sighting.truth;
    state.truthCheckedAt = new Date(now);
  }
}
