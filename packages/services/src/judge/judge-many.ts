import { type Db, listRegionsOf, lockServerStates, type TargetRef } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { requestProbesOf } from '../dispatch/request-probes.ts';
import { judgeLocked } from './judge-locked.ts';
import { beginJudging, saveJudgements } from './judging.ts';
import { measureShortfall } from './measure-shortfall.ts';
import type { Sighting } from './sighting.ts';

/** A server to be judged, and what a probe just said of it, if one did. */
export type Question = { target: TargetRef; sighting: Sighting | null };

/**
 * Judges servers under their row locks: verdict, transition, incident, drift and their events, all in the caller's transaction.
 * What is needed is read of all at once, and what came of it written at once. Returns how many changed their status.
 */
export async function judgeMany(tx: Db, ctx: ServiceContext, questions: readonly Question[]): Promise<number> {
  if (questions.length === 0) return 0;
  const now = ctx.clock.now();
  const sightings = new Map(questions.map(({ target, sighting }) => [target.serverId, sighting]));
  const locked = await lockServerStates(
    tx,
    questions.map(({ target }) => target),
  );
  const targets = locked.map(({ state }) => state);
  const regions = await listRegionsOf(tx, targets);
  const shortfalls = await measureShortfall(tx, locked, regions, now);

  const confirmations: { target: TargetRef; regions: string[] }[] = [];
  let transitions = 0;
  const judgings = locked.map(beginJudging);
  for (const one of judgings) {
    const { serverId } = one.state;
    const judged = await judgeLocked(tx, ctx, one, {
      regions: regions.get(serverId) ?? [],
      sighting: sightings.get(serverId) ?? null,
      shortfall: shortfalls.get(serverId) ?? null,
      now,
    });
    if (judged.changed) transitions++;
    if (judged.confirm) confirmations.push({ target: one.state, regions: judged.assigned });
  }
  await saveJudgements(tx, ctx, judgings);
  await requestProbesOf(tx, confirmations, 'confirm', now);
  return transitions;
}

/** The same of one server. Returns whether its status changed. */
export const judgeOne = async (
  tx: Db,
  ctx: ServiceContext,
  target: TargetRef,
  sighting: Sighting | null,
): Promise<boolean> => (await judgeMany(tx, ctx, [{ target, sighting }])) > 0;
