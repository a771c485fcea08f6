import { AppError, type CreateServerBody, type Server } from '@alivemcp/contracts';
import {
  type Db,
  findServerIdByUrl,
  insertServer,
  insertServerState,
  listTakenSlugs,
  placeOnWheel,
  type schema,
} from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { newId } from '../new-id.ts';
import { checkAddressAt, checkTokenAddress } from './check-address.ts';
import { getServer } from './get-server.ts';
import { sealAuth } from './seal-auth.ts';
import { findFreeSlug, slugOfHost } from './slug.ts';
import { serverExists, slugTaken } from './taken.ts';
import { checkRegions, wheelPlaces } from './wheel-places.ts';

const SLUG_TRIES = 5;

type NewServer = Omit<typeof schema.server.$inferInsert, 'slug'>;

/**
 * Registers a server and asks for its first probe from every region. Stores nothing when the URL is refused (`url_invalid`,
 * `address_refused`), a region is unknown, or the URL or the given slug is taken.
 */
export async function registerServer(ctx: ServiceContext, scope: Scope, body: CreateServerBody): Promise<Server> {
  const regions = checkRegions(body.regions ?? [...ctx.regions], ctx.regions);
  const url = await checkAddressAt(ctx, body.url, '/url');
  await checkTokenAddress(ctx, body.auth);

  const { workspaceId } = scope;
  const now = ctx.clock.now();
  const createdAt = new Date(now);
  const serverId = newId('server', now);
  const row: NewServer = {
    workspaceId,
    id: serverId,
    url: url.href,
    name: body.name ?? url.host,
    public: body.public,
    intervalMs: body.intervalMs,
    transport: body.transport,
    ...sealAuth(ctx, workspaceId, serverId, body.auth),
    sensitivity: body.sensitivity,
    latencyBudgetMs: body.latencyBudgetMs,
    expectations: body.expectations,
    autoAccept: body.autoAccept,
    alternateClient: body.alternateClient,
    tags: [...new Set(body.tags)],
    createdAt,
    updatedAt: createdAt,
  };
  await ctx.database.transaction(async (tx) => {
    const slug = await insertUnderSlug(tx, row, body.slug, slugOfHost(url.host));
    await insertServerState(tx, { workspaceId, serverId, status: 'pending', since: createdAt, sequence: 0 });
    await placeOnWheel(tx, workspaceId, serverId, wheelPlaces(serverId, body.intervalMs, regions, ctx.regions), true);
    await requestProbes(tx, { workspaceId, serverId }, regions, 'first', now);
    await appendAudit(tx, ctx, scope, { action: 'server.created', target: serverId, detail: { name: row.name, slug } });
  });
  return getServer(ctx, scope, serverId);
}

/** Inserts under the given slug, or under a free one like `base`; whoever takes it in between only costs another try. */
async function insertUnderSlug(tx: Db, row: NewServer, given: string | undefined, base: string): Promise<string> {
  const listTaken = (slugs: string[]) => listTakenSlugs(tx, slugs);
  for (let i = 0; i < SLUG_TRIES; i++) {
    const slug = given ?? (await findFreeSlug(listTaken, base, i > 1));
    if (await insertServer(tx, { ...row, slug })) return slug;
    const existing = await findServerIdByUrl(tx, row.workspaceId, row.url);
    if (existing) throw serverExists(existing);
    if (given !== undefined) throw slugTaken();
  }
  throw new AppError('slug_taken', `No free slug like ${base} was found; choose one.`);
}
