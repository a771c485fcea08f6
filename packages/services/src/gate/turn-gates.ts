import { GATE_ROUNDS } from '@alivemcp/contracts';
import {
  type Db,
  type GateRow,
  listRegions,
  listWaitingGates,
  lockWaitingGate,
  type ServerRow,
  updateGate,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { nextMove, pauseMs } from './next-move.ts';
import { settleRound } from './settle-round.ts';
import { tellGate } from './tell-gate.ts';

/**
 * Begins the rounds of waiting gates, judges those that are over, and ends the gates that passed or whose time is over. Safe to
 * run from several engines. Returns how many were moved.
 */
export async function turnGates(ctx: ServiceContext): Promise<number> {
  let moved = 0;
  for (const gate of await listWaitingGates(ctx.database.db)) {
    if (nextMove(gate, ctx.clock.now()) === 'wait') continue;
    if (await ctx.database.transaction((tx) => turnGate(tx, ctx, gate))) moved++;
  }
  return moved;
}

async function turnGate(tx: Db, ctx: ServiceContext, { workspaceId, id }: GateRow): Promise<boolean> {
  const locked = await lockWaitingGate(tx, workspaceId, id);
  if (!locked) return false;
  const { gate, server } = locked;
  const now = ctx.clock.now();
  const move = nextMove(gate, now);
  if (move === 'ask') await beginRound(tx, gate, now);
  if (move === 'judge') await endRound(tx, ctx, gate, server, now);
  if (move === 'end') await endGate(tx, ctx, { ...gate, state: 'failed', endedAt: new Date(now) }, server);
  return move !== 'wait';
}

async function beginRound(tx: Db, { workspaceId, id, serverId, round }: GateRow, now: number): Promise<void> {
  const regions = await listRegions(tx, workspaceId, serverId);
  const asked = regions.flatMap(({ region, active }) => (active ? [region] : []));
  await updateGate(tx, workspaceId, id, { round: round + 1, roundAt: new Date(now), nextRoundAt: null, asked });
  await requestProbes(tx, { workspaceId, serverId }, asked, 'manual', now);
}

async function endRound(tx: Db, ctx: ServiceContext, gate: GateRow, server: ServerRow, now: number): Promise<void> {
  const settled = settleRound(gate, now);
  const state = settled.goodRounds >= GATE_ROUNDS ? 'passed' : 'failed';
  if (state === 'passed' || now >= gate.deadlineAt.getTime())
    return endGate(tx, ctx, { ...gate, ...settled, state, endedAt: new Date(now) }, server);
  const nextRoundAt = new Date(now + pauseMs(now - gate.createdAt.getTime()));
  await updateGate(tx, gate.workspaceId, gate.id, { ...settled, nextRoundAt });
}

async function endGate(tx: Db, ctx: ServiceContext, ended: GateRow, server: ServerRow): Promise<void> {
  const { workspaceId, id, state, endedAt, goodRounds, unmet } = ended;
  await updateGate(tx, workspaceId, id, { state, endedAt, goodRounds, unmet });
  await tellGate(tx, ctx, ended, server);
}
