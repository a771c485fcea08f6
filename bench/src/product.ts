import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerBody } from '@alivemcp/contracts';
import { startPostgres } from '@alivemcp/embedded-postgres';
import {
  authenticateKey,
  bootstrap,
  createServiceContext,
  keepHouse,
  migrate,
  registerServer,
  type ServiceContext,
} from '@alivemcp/services';

const KEY = 'benchmark-key-of-some-length';

/** The services on a real, durable PostgreSQL of their own, with `count` public servers of one region. */
export async function startProduct(count: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-bench-'));
  const postgres = await startPostgres({ dataDir });
  await migrate(postgres.url);
  const services: ServiceContext = createServiceContext({
    databaseUrl: postgres.url,
    secretKey: randomBytes(32),
    publicUrl: 'http://127.0.0.1',
    regions: ['local'],
    checkAddress: async (raw) => ({ ok: true, url: new URL(raw) }),
    onDatabaseError: () => {},
  });
  await keepHouse(services);
  await bootstrap(services, { email: 'bench@example.com', password: 'correct horse battery', apiKey: KEY });
  const known = await authenticateKey(services, KEY);
  if (!known) throw new Error('the bootstrap key does not work');
  const targets: { workspaceId: string; serverId: string }[] = [];
  for (let i = 0; i < count; i++) {
    const body = createServerBody.parse({ url: `https://mcp.example.com/${i}`, slug: `server-${i}`, public: true });
    const { id } = await registerServer(services, known.scope, body);
    targets.push({ workspaceId: known.scope.workspaceId, serverId: id });
  }
  return {
    services,
    databaseUrl: postgres.url,
    targets,
    async stop() {
      await services.database.close();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
