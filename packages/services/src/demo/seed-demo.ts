import { findDemo, listTakenPageSlugs, listTakenSlugs, setDemoPassword } from '@alivemcp/db';
import { insertWorkspace } from '../account/insert-workspace.ts';
import { hashPassword, verifyPassword } from '../account/password.ts';
import { createChannel } from '../channel/create-channel.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { registerServer } from '../server/register-server.ts';
import { findFreeSlug } from '../server/slug.ts';
import { createStatusPage } from '../status-page/create-status-page.ts';
import type { Said } from './past-tools.ts';
import { type PastServer, seedPast } from './seed-past.ts';
import { isFinished, removeDemo, UNFINISHED } from './unfinished.ts';

export const DEMO_EMAIL = 'demo@alivemcp.local';
const PAST_MS = 90 * 86_400_000;
const INTERVAL_MS = 10_000;

export type DemoServer = Pick<PastServer, 'name' | 'protocol'> & {
  slug: string;
  url: string;
  group: string;
  tags: string[];
  /** What it said of itself in its past, oldest first; the last is what it says now. */
  past: Said[];
};

export type DemoInput = {
  password: string;
  /** Where the servers are probed from. */
  region: string;
  servers: DemoServer[];
  receiverUrl: string;
};

/**
 * Makes the demo: a workspace of its own with these servers, a page, a webhook, and 90 generated days. The one that is there
 * stays when it has this password; another belongs to servers that are gone, or was never finished, and makes room.
 */
export async function seedDemo(ctx: ServiceContext, input: DemoInput): Promise<void> {
  const { database } = ctx;
  const present = await findDemo(database.db);
  if (present) {
    if (isFinished(present) && (await verifyPassword(input.password, present.account.passwordHash))) return;
    await removeDemo(ctx, present);
  }
  const scope = await database.transaction((tx) =>
    insertWorkspace(tx, ctx, { email: DEMO_EMAIL, passwordHash: UNFINISHED, workspaceName: 'Demo', demo: true }),
  );
  const serverIds = await registerServers(ctx, scope, input);
  await createPage(ctx, scope, input.servers, serverIds);
  await createChannel(ctx, scope, { type: 'webhook', name: 'Demo receiver', url: input.receiverUrl });
  await setDemoPassword(database.db, scope.actor, await hashPassword(input.password));
}

async function registerServers(ctx: ServiceContext, scope: Scope, { servers, region }: DemoInput): Promise<string[]> {
  const now = ctx.clock.now();
  const ids: string[] = [];
  for (const [index, { slug, name, url, tags, protocol, past }] of servers.entries()) {
    const { id } = await registerServer(ctx, scope, {
      url,
      name,
      slug: await findFreeSlug((slugs) => listTakenSlugs(ctx.database.db, slugs), slug, false),
      tags,
      intervalMs: INTERVAL_MS,
      public: true,
      regions: [region],
      transport: 'auto',
      auth: { type: 'none' },
      expectations: {},
      sensitivity: 'balanced',
      latencyBudgetMs: 2000,
      autoAccept: null,
      alternateClient: null,
    });
    // Lists show the newest first: each is a second older than the one before it.
    const from = now - PAST_MS - index * 1000;
    const pastOf = { id, name, index, protocol, said: past };
    await ctx.database.transaction((tx) => seedPast(tx, scope, region, pastOf, from, now));
    ids.push(id);
  }
  return ids;
}

async function createPage(ctx: ServiceContext, scope: Scope, servers: DemoServer[], ids: string[]) {
  await createStatusPage(ctx, scope, {
    slug: await findFreeSlug((slugs) => listTakenPageSlugs(ctx.database.db, slugs), 'demo', false),
    title: 'Demo status',
    description: 'Six MCP servers on this machine that behave as servers in the wild do.',
    published: true,
    servers: ids.map((serverId, i) => ({ serverId, name: null, group: servers[i]?.group ?? null })),
  });
}
