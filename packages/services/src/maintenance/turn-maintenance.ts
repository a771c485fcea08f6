import {
  type Db,
  listMisplacedServers,
  listRegions,
  listTurningMaintenances,
  lockMaintenance,
  lockServerState,
  updateMaintenanceRow,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { applyTransition } from '../judge/apply-transition.ts';
import { judgeOne } from '../judge/judge-many.ts';
import { beginJudging, saveJudgements } from '../judge/judging.ts';
import { tellHeldDrifts } from '../judge/tell-held-drifts.ts';
import { closeWindow } from './close-window.ts';
import { tellMaintenance } from './tell-maintenance.ts';

const AT_ONCE = 200;
const NOBODY = { class: null, summary: null, failing: [], sighted: [], assigned: [] };

/**
 * Begins and ends windows whose time has come, and puts servers into maintenance and back as the running windows say. A server
 * that comes back is judged at once by what its regions see. Safe to run from several engines. Returns how many servers moved.
 */
export async function turnMaintenance(ctx: ServiceContext): Promise<number> {
  const now = new Date(ctx.clock.now());
  for (const { workspaceId, id } of await listTurningMaintenances(ctx.database.db, now, AT_ONCE)) {
    await ctx.database.transaction((tx) => turnWindow(tx, ctx, workspaceId, id, now));
  }
  const misplaced = await listMisplacedServers(ctx.database.db, AT_ONCE);
  for (const target of misplaced) {
    await ctx.database.transaction((tx) =>
      target.since ? enter(tx, ctx, target, target.since) : leave(tx, ctx, target),
    );
  }
  return misplaced.length;
}

async function turnWindow(tx: Db, ctx: ServiceContext, workspaceId: string, id: string, now: Date): Promise<void> {
  const row = await lockMaintenance(tx, workspaceId, id);
  if (!row?.nextStartsAt || !row.nextEndsAt || row.nextStartsAt > now) return;
  if (row.nextEndsAt <= now) return closeWindow(tx, ctx, row);
  if (row.active) return;
  await tellMaintenance(tx, ctx, row, 'started');
  await updateMaintenanceRow(tx, workspaceId, id, { active: true });
}

type Target = { workspaceId: string; serverId: string };

async function enter(tx: Db, ctx: ServiceContext, { workspaceId, serverId }: Target, since: Date): Promise<void> {
  const locked = await lockServerState(tx, workspaceId, serverId);
  if (!locked || locked.state.status === 'maintenance' || locked.state.status === 'paused') return;
  const judging = beginJudging(locked);
  await applyTransition(tx, ctx, judging, { to: 'maintenance', at: since.getTime(), ...NOBODY });
  await saveJudgements(tx, ctx, [judging]);
}

async function leave(tx: Db, ctx: ServiceContext, target: Target): Promise<void> {
  const locked = await lockServerState(tx, target.workspaceId, target.serverId);
  if (locked?.state.status !== 'maintenance') return;
  const judging = beginJudging(locked);
  await applyTransition(tx, ctx, judging, { to: 'pending', at: ctx.clock.now(), ...NOBODY });
  await tellHeldDrifts(tx, ctx, judging);
  await saveJudgements(tx, ctx, [judging]);
  const regions = await listRegions(tx, target.workspaceId, target.serverId);
  if (regions.length > 0) await judgeOne(tx, ctx, target, null);
}
