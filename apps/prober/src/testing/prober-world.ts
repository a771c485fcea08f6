import { randomBytes } from 'node:crypto';
import { createServerBody } from '@alivemcp/contracts';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import {
  authenticateKey,
  bootstrap,
  createServiceContext,
  keepHouse,
  listProbes,
  registerServer,
} from '@alivemcp/services';
import { createLogger, createMetrics } from '@alivemcp/telemetry';

const KEY = 'prober-test-key-of-some-length';

/** A workspace in the given database, which must be migrated, and what a prober of region `local` is made of. */
export async function proberWorld(databaseUrl: string) {
  const { allow } = parseEgressAllow('127.0.0.1/32');
  const guard = createGuard({ allow });
  const services = createServiceContext({
    databaseUrl,
    secretKey: randomBytes(32),
    publicUrl: 'http://watch.test',
    regions: ['local'],
    regionNames: {},
    checkAddress: guard.checkAddress,
    onDatabaseError: () => {},
  });
  await keepHouse(services);
  await bootstrap(services, { email: 'owner@example.com', password: 'correct horse battery', apiKey: KEY });
  const known = await authenticateKey(services, KEY);
  if (!known) throw new Error('the bootstrap key does not work');
  const { scope } = known;
  return {
    services,
    guard,
    scope,
    log: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics(),
    register: async (url: string, auth: object = { type: 'none' }, more: object = {}) => {
      const server = await registerServer(services, scope, createServerBody.parse({ url, auth, ...more }));
      return { workspaceId: scope.workspaceId, serverId: server.id };
    },
    recorded: async (serverId: string) => (await listProbes(services, scope, serverId, {}, { limit: 100 })).data,
  };
}
