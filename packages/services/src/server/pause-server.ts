import type { Server } from '@alivemcp/contracts';
import { type Db, lockServerState, setRegionsActive } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { applyTransition } from '../judge/apply-transition.ts';
import { beginJudging, saveJudgements } from '../judge/judging.ts';
import { notFound } from '../not-found.ts';
import { getServer } from './get-server.ts';

/** Stops probing a server; its open incidents close, and paused time is outside its uptime. Pausing twice changes nothing. */
export async function pauseServer(ctx: ServiceContext, scope: Scope, serverId: string): Promise<Server> {
  await ctx.database.transaction(async (tx: Db) => {
    const locked = await lockServerState(tx, scope.workspaceId, serverId);
    if (!locked) throw notFound('server');
    if (locked.state.status === 'paused') return;
    await setRegionsActive(tx, scope.workspaceId, serverId, false);
    const now = ctx.clock.now();
    const judging = beginJudging(locked);
    const nobody = { failing: [], sighted: [], assigned: [] };
    await applyTransition(tx, ctx, judging, { to: 'paused', at: now, class: null, summary: null, ...nobody });
    await saveJudgements(tx, ctx, [judging]);
    await appendAudit(tx, ctx, scope, { action: 'server.paused', target: serverId });
  });
  return getServer(ctx, scope, serverId);
}
