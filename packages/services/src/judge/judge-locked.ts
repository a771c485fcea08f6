import type { Db, LockedServer } from '@alivemcp/db';
import { type Decision, judgeServer, type Shortfall } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { admitSilence } from './admit-silence.ts';
import { applyTransition } from './apply-transition.ts';
import { judgeAdvisory } from './judge-advisory.ts';
import { judgeByClient } from './judge-by-client.ts';
import { judgeContract } from './judge-contract.ts';
import { judgePosture } from './judge-posture.ts';
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
 * Judges one locked server. Its state is changed in the hand; the caller saves it, and has all regions probe again where
 * `confirm` says so.
 */
export async function judgeLocked(
  tx: Db,
  ctx: ServiceContext,
  locked: LockedServer,
  { regions, sighting, shortfall, now }: Evidence,
): Promise<{ changed: boolean; confirm: boolean; assigned: string[] }> {
  const { state, server } = locked;
  const assigned = regions.map((region) => region.region);
  await admitSilence(tx, ctx, locked, regions);
  const memory = {
    status: state.status,
    since: state.since.getTime(),
    confirmingSince: state.confirmingSince?.getTime() ?? null,
  };
  const decision = judgeServer(memory, regions.map(toReport), server, now, shortfall);

  remember(locked, decision, sighting, now);
  if (decision.transition) await applyTransition(tx, ctx, locked, changeOf(decision, decision.transition, assigned));
  // Announced work is nobody's alarm: what it changes is looked at when it is over.
  const muted = state.status === 'maintenance';
  if (!muted) await judgePosture(tx, ctx, locked, decision.verdict.fresh);
  await judgeAdvisory(tx, ctx, locked, decision.verdict, assigned);
  if (sighting && !muted) await judgeByClient(tx, ctx, locked, sighting);
  const contract = sighting ? await judgeContract(tx, ctx, locked, regions, sighting) : 'settled';
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
function remember({ state }: LockedServer, { confirmation }: Decision, sighting: Sighting | null, now: number): void {
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
