import { isDeepStrictEqual } from 'node:util';
import {
  type Db,
  insertIncidentUpdates,
  insertTransitions,
  type LockedServer,
  type NewIncidentUpdate,
  type NewTransition,
  saveServerStates,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvents } from '../event/emit-event.ts';
import type { News } from '../event/new-event.ts';

/** A locked server in the hand of a judge, and all that follows from the judgement, in its order. */
export type Judging = LockedServer & {
  /** The state as it was found. */
  before: LockedServer['state'];
  transitions: NewTransition[];
  updates: NewIncidentUpdate[];
  news: News[];
};

export const beginJudging = (locked: LockedServer): Judging => ({
  ...locked,
  before: { ...locked.state },
  transitions: [],
  updates: [],
  news: [],
});

/** Writes what judgements led to, of all of them at once: changed states, transitions, words about incidents, events. */
export async function saveJudgements(tx: Db, ctx: ServiceContext, judged: readonly Judging[]): Promise<void> {
  const changed = judged.filter(({ state, before }) => !isDeepStrictEqual(state, before));
  await saveServerStates(
    tx,
    changed.map(({ state }) => state),
  );
  await insertTransitions(
    tx,
    judged.flatMap(({ transitions }) => transitions),
  );
  await insertIncidentUpdates(
    tx,
    judged.flatMap(({ updates }) => updates),
  );
  await emitEvents(
    tx,
    ctx,
    judged.flatMap(({ news }) => news),
  );
}
