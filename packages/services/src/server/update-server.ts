import type { Server, UpdateServerBody } from '@alivemcp/contracts';
import {
  type Db,
  type LockedServer,
  listRegions,
  lockServer,
  placeOnWheel,
  type ServerRow,
  type ServerStateRow,
  updateServerRow,
  updateServerState,
} from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { found } from '../not-found.ts';
import { checkAddressAt, checkTokenAddress } from './check-address.ts';
import { getServer } from './get-server.ts';
import { NO_AUTH, sealAuth } from './seal-auth.ts';
import { asTaken } from './taken.ts';
import { checkRegions, wheelPlaces } from './wheel-places.ts';

/**
 * Changes what the owner said about a server. Another URL is checked like a new one and probed at once, and one of another
 * origin does not get the old credential. Regions that are new are probed at once too.
 */
export async function updateServer(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  body: UpdateServerBody,
): Promise<Server> {
  const { workspaceId } = scope;
  const before = await getServer(ctx, scope, serverId);
  const fields = Object.entries(body).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (fields.length === 0) return before;
  if (body.regions) checkRegions(body.regions, ctx.regions);
  const url = body.url === undefined ? null : await checkAddressAt(ctx, body.url, '/url');
  if (body.auth) await checkTokenAddress(ctx, body.auth);

  const change = async (tx: Db) => {
    const locked = found(await lockServer(tx, workspaceId, serverId), 'server');
    const moved = url !== null && url.href !== locked.server.url;
    const fresh = await turnWheel(tx, ctx, locked, body);
    await updateServerState(tx, workspaceId, serverId, statePatch(locked.state, body, moved, fresh.regions));
    await updateServerRow(tx, workspaceId, serverId, rowPatch(ctx, locked.server, body, url));
    if (locked.state.status !== 'paused') {
      const regions = moved ? fresh.regions : fresh.added;
      await requestProbes(tx, { workspaceId, serverId }, regions, 'first', ctx.clock.now());
    }
    await appendAudit(tx, ctx, scope, { action: 'server.updated', target: serverId, detail: { fields } });
  };
  await ctx.database.transaction(change).catch((error: unknown) => {
    throw asTaken(error);
  });
  return getServer(ctx, scope, serverId);
}

function rowPatch(
  ctx: ServiceContext,
  row: ServerRow,
  { url: _url, regions: _regions, tags, auth, ...plain }: UpdateServerBody,
  url: URL | null,
): Partial<ServerRow> {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const leftHome = url !== null && url.origin !== new URL(row.url).origin;
  return {
    ...given,
    ...(tags && { tags: [...new Set(tags)] }),
    ...(url && { url: url.href }),
    ...(leftHome && NO_AUTH),
    ...(auth && sealAuth(ctx, row.workspaceId, row.id, auth)),
    updatedAt: new Date(ctx.clock.now()),
  };
}

/** At another address, or over another transport, what was found out about the protocol may not hold. */
function statePatch(
  state: ServerStateRow,
  body: UpdateServerBody,
  moved: boolean,
  regions: string[],
): Partial<ServerStateRow> {
  const advisoryRegions = state.advisoryRegions.filter((region) => regions.includes(region));
  return {
    ...((moved || body.transport !== undefined) && { protocol: null }),
    ...(body.alternateClient !== undefined &&
      body.alternateClient !== state.byClient?.clientName && { byClient: null }),
    ...(advisoryRegions.length < state.advisoryRegions.length && {
      advisoryRegions,
      advisorySince: advisoryRegions.length > 0 ? state.advisorySince : null,
    }),
  };
}

async function turnWheel(tx: Db, ctx: ServiceContext, { server, state }: LockedServer, body: UpdateServerBody) {
  const { workspaceId, id } = server;
  const present = (await listRegions(tx, workspaceId, id)).map((row) => row.region);
  const regions = body.regions ? [...new Set(body.regions)] : present;
  if (body.regions || body.intervalMs !== undefined) {
    const places = wheelPlaces(id, body.intervalMs ?? server.intervalMs, regions, ctx.regions);
    await placeOnWheel(tx, workspaceId, id, places, state.status !== 'paused');
  }
  return { regions, added: regions.filter((region) => !present.includes(region)) };
}
