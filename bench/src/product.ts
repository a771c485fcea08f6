import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerBody } from '@alivemcp/contracts';
import { startPostgres } from '@alivemcp/embedded-postgres';
import {
  authenticateKey,
  bootstrap,
  createChannel,
  createServiceContext,
  keepHouse,
  migrate,
  registerServer,
} from '@alivemcp/services';

const KEY = 'benchmark-key-of-some-length';

export type Target = { workspaceId: string; serverId: string };

/** The services on a real, durable PostgreSQL of their own, with `count` public servers of one region and one webhook. */
export async function startProduct(count: number) {
  const owned = new AsyncDisposableStack();
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= owned.disposeAsync();
    return ended;
  };
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-bench-'));
    owned.defer(() => rm(dataDir, { recursive: true, force: true }));
    const postgres = await startPostgres({ dataDir });
    owned.defer(() => postgres.stop());
    // Nothing is left behind by who loses patience.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stop().finally(() => process.exit(130)));
    const services = createServiceContext({
      databaseUrl: postgres.url,
      secretKey: randomBytes(32),
      publicUrl: 'http://127.0.0.1',
      regions: ['local'],
      regionNames: {},
      checkAddress: async (raw) => ({ ok: true, url: new URL(raw) }),
      onDatabaseError: () => {},
    });
    owned.defer(() => services.database.close());
    await migrate(postgres.url);
    await keepHouse(services);
    await bootstrap(services, { email: 'bench@example.com', password: 'correct horse battery', apiKey: KEY });
    const known = await authenticateKey(services, KEY);
    if (!known) throw new Error('the bootstrap key does not work');
    const { scope } = known;
    await createChannel(services, scope, { type: 'webhook', url: 'https://hook.example.com/' });
    const targets: Target[] = [];
    for (let i = 0; i < count; i++) {
      const body = createServerBody.parse({ url: `https://mcp.example.com/${i}`, slug: `server-${i}`, public: true });
      const { id } = await registerServer(services, scope, body);
      targets.push({ workspaceId: scope.workspaceId, serverId: id });
    }
    return { services, databaseUrl: postgres.url, targets, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
