import { AppError, type CreateGateBody, type Gate, type GateUnmet, MAX_WAITING_GATES } from '@alivemcp/contracts';
import { countWaitingGates, insertGate, listRegions, lockServerState } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { newId } from '../new-id.ts';
import { getGate } from './get-gate.ts';

const NOTHING_YET: GateUnmet = { reason: 'not_observed', regions: [], sentence: 'The first round is not over yet.' };

/**
 * Begins to wait for a server to be good, and asks all its regions for a first probe. Throws `server_unknown`, and `conflict`
 * for a paused server or one that enough gates wait for.
 */
export async function createGate(ctx: ServiceContext, scope: Scope, body: CreateGateBody): Promise<Gate> {
  const { workspaceId } = scope;
  const { serverId, timeoutMs, expectHash = null, expectVersion = null } = body;
  const now = ctx.clock.now();
  const at = new Date(now);
  const id = newId('gate', now);
  await ctx.database.transaction(async (tx) => {
    if (!(await lockServerState(tx, workspaceId, serverId))) throw serverUnknown();
    const regions = await listRegions(tx, workspaceId, serverId);
    const asked = regions.flatMap(({ region, active }) => (active ? [region] : []));
    if (asked.length === 0) throw new AppError('conflict', 'The server is paused: resume it before waiting for it.');
    if ((await countWaitingGates(tx, workspaceId, serverId)) >= MAX_WAITING_GATES) throw tooMany();
    await insertGate(tx, {
      workspaceId,
      id,
      serverId,
      state: 'waiting',
      timeoutMs,
      expectHash,
      expectVersion,
      createdAt: at,
      deadlineAt: new Date(now + timeoutMs),
      round: 1,
      roundAt: at,
      asked,
      unmet: [NOTHING_YET],
    });
    await requestProbes(tx, { workspaceId, serverId }, asked, 'manual', now);
    await appendAudit(tx, ctx, scope, { action: 'gate.created', target: id, detail: { serverId, timeoutMs } });
  });
  return getGate(ctx, scope, id);
}

const serverUnknown = () =>
  new AppError('server_unknown', 'A server is named that is not there.', [
    { pointer: '/serverId', message: 'no such server' },
  ]);

const tooMany = () =>
  new AppError('conflict', `${MAX_WAITING_GATES} gates wait for this server already: wait for one of them to end.`);
