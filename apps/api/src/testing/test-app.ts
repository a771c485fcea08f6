import { randomBytes } from 'node:crypto';
import { type CreateKeyBody, createServerBody } from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { createGuard } from '@alivemcp/net-guard';
import {
  bootstrap,
  createKey,
  createServiceContext,
  issueSetupLink,
  registerServer,
  type Scope,
  type ServiceContext,
} from '@alivemcp/services';
import { createLogger, createMetrics } from '@alivemcp/telemetry';
import { createTestDatabase, fakeClock } from '@alivemcp/testkit';
import { loadWeb } from '@alivemcp/web';
import { createApp } from '../app.ts';
import type { AppDeps } from '../app-deps.ts';

export const OWNER = { email: 'owner@example.com', password: 'correct horse battery' };
export const KEY = 'amcp_a_bootstrap_key_for_tests_only';

export type TestApp = Awaited<ReturnType<typeof createTestApp>>;

/** The whole app on a database of its own, with an owner, unless `empty`. Every name resolves to a public address. */
export async function createTestApp(options: { empty?: boolean; deps?: Partial<AppDeps> } = {}) {
  const testDatabase = await createTestDatabase();
  const clock = fakeClock(Date.now());
  const guard = createGuard({ resolve: async () => ['93.184.216.34'] });
  const lines: string[] = [];
  const log = createLogger({ name: 'api', level: 'debug', stream: { write: (line) => void lines.push(line) } });
  const services = createServiceContext({
    databaseUrl: testDatabase.url,
    secretKey: randomBytes(32),
    publicUrl: 'https://alive.example',
    regions: ['eu', 'us'],
    regionNames: {},
    checkAddress: guard.checkAddress,
    onDatabaseError: () => {},
  });
  services.clock = clock;
  if (!options.empty) await bootstrap(services, { ...OWNER, apiKey: KEY });
  const app = await createApp({
    services,
    log,
    metrics: createMetrics(),
    secureCookies: false,
    version: '9.9.9',
    web: await loadWeb(),
    ready: () => services.database.ping(),
    ...options.deps,
  });

  return {
    app,
    services,
    clock,
    /** Everything that was logged. */
    lines,
    async close() {
      await app.close();
      // A test may have closed it to see what happens.
      await services.database.close().catch(() => {});
      await testDatabase.drop();
    },

    /** One request with the owner's key. */
    async ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object, headers: object = {}) {
      const authorization = `Bearer ${KEY}`;
      return app.inject({ method, url, headers: { authorization, ...headers }, ...(body && { payload: body }) });
    },
    workspaceId: async () => (await ownScope(services)).workspaceId,
    /** The token of the one-time link. */
    link: async () => (await issueSetupLink(services)) ?? '',
    async key(body: Partial<CreateKeyBody>) {
      return (await createKey(services, await ownScope(services), { name: 'test', ...body })).key;
    },
    async register(body: object = {}) {
      const parsed = createServerBody.parse({ url: 'https://mcp.example.com/mcp', ...body });
      return registerServer(services, await ownScope(services), parsed);
    },
    /** A workspace that must not see the owner's, and a key to it. */
    async stranger() {
      const id = 'wsp_01k9x2m4q8r6t3v5w7y9z1b3c5';
      const createdAt = new Date(clock.now());
      await services.database.db.insert(schema.workspace).values({ id, name: 'theirs', createdAt });
      return (await createKey(services, { workspaceId: id, actor: 'system' }, { name: 'theirs' })).key;
    },
  };
}

async function ownScope({ database }: ServiceContext): Promise<Scope> {
  const [row] = await database.db.select().from(schema.membership);
  if (!row) throw new Error('there is no owner');
  return { workspaceId: row.workspaceId, actor: row.accountId };
}
