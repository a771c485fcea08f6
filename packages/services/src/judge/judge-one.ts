import { type Db, type LockedServer, listRegions, lockServerState, updateServerState } from '@alivemcp/db';
import { type Decision, judgeServer } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { applyTransition } from './apply-transition.ts';
import { judgeAdvisory } from './judge-advisory.ts';
import { judgeByClient } from './judge-by-client.ts';
import { judgeContract } from './judge-contract.ts';
import { judgePosture } from './judge-posture.ts';
import { measureSlowness } from './measure-slowness.ts';
import { toReport } from './region-report.ts';
import type { Sighting } from './sighting.ts';

/**
 * Judges one server under its row lock: verdict, transition, incident, drift and their events, all in the caller's
 * transaction. `sighting` is what a probe just said of it, if one did. Returns whether its status changed.
 */
export async function judgeOne(
  tx: Db,
  ctx: ServiceContext,
  target: { workspaceId: string; serverId: string },
  sighting: Sighting | null,
): Promise<boolean> {
  const locked = await lockServerState(tx, target.workspaceId, target.serverId);
  if (!locked) return false;
  const regions = await listRegions(tx, target.workspaceId, target.serverId);
  const assigned = regions.map((region) => region.region);
  const now = ctx.clock.now();
  const memory = {
    status: locked.state.status,
    since: locked.state.since.getTime(),
    confirmingSince: locked.state.confirmingSince?.getTime() ?? null,
  };
  const slow = await measureSlowness(tx, locked, regions, now);
  const decision = judgeServer(memory, regions.map(toReport), locked.server, now, slow);

  await remember(tx, locked, decision, sighting, now);
  if (decision.confirmation === 'start') await requestProbes(tx, target, assigned, 'confirm', now);
  if (decision.transition) await applyTransition(tx, ctx, locked, changeOf(decision, decision.transition, assigned));
  // Announced work is nobody's alarm: what it changes is looked at when it is over.
  const muted = locked.state.status === 'maintenance';
  if (!muted) await judgePosture(tx, ctx, locked, decision.verdict.fresh);
  await judgeAdvisory(tx, ctx, locked, decision.verdict, assigned);
  if (sighting) {
    if (!muted) await judgeByClient(tx, ctx, locked, sighting);
    const round = await judgeContract(tx, ctx, locked, regions, sighting);
    if (round === 'confirm' && decision.confirmation === 'none')
      await requestProbes(tx, target, assigned, 'confirm', now);
  }
  return decision.transition !== null;
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

/** Brings the facts of the state row up to date; written only when something differs. */
async function remember(
  tx: Db,
  { state }: LockedServer,
  { confirmation }: Decision,
  sighting: Sighting | null,
  now: number,
) {
  const patch: Partial<typeof state> = {};
  if (confirmation === 'start') patch.confirmingSince = new Date(now);
  if (confirmation === 'none' && state.confirmingSince) patch.confirmingSince = null;
  if (sighting?.protocol) {
    patch.protocol = sighting.protocol;
    patch.serverName = sighting.serverInfo?.name ?? null;
    patch.serverVersion = sighting.serverInfo?.version ?? null;
  }
  if (sighting?.truth) {
    patch.truth = sighting.truth;
    patch.truthCheckedAt = new Date(now);
  }
  await updateServerState(tx, state.workspaceId, state.serverId, patch);
  Object.assign(state, patch);
}
