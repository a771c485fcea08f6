import type { Db } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import type { Judging } from './judging.ts';
import type { Sighting } from './sighting.ts';
import { tellInconsistent } from './tell-inconsistent.ts';

/** Keeps the advisory of a server that shows another client another tool list than us. Told once, until it is over. */
export async function judgeByClient(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  { alternate, toolsHash }: Sighting,
): Promise<void> {
  const { state } = judging;
  if (alternate === null || toolsHash === null) return;
  const isOther = alternate.hash !== toolsHash;
  if (!isOther && state.byClient === null) return;
  const began = isOther && state.byClient === null;
  const since = state.byClient?.since ?? ctx.clock.now();
  state.byClient = isOther ? { ...alternate, since } : null;
  if (began) await tellInconsistent(tx, ctx, judging, 'clients');
}
