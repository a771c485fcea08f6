import { randomBytes } from 'node:crypto';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import type { NamedJob } from '@alivemcp/queue';
import {
  authenticateKey,
  bootstrap,
  createServiceContext,
  keepHouse,
  type Scope,
  type ServiceContext,
} from '@alivemcp/services';
import { createMetrics } from '@alivemcp/telemetry';
import { createTestDatabase, fakeClock } from '@alivemcp/testkit';

const KEY = 'engine-test-key-of-some-length';

/** A workspace in a real database, and queues that only note what they are given. */
export async function engineWorld(regions = ['local']) {
  const testDatabase = await createTestDatabase();
  const clock = fakeClock(Date.UTC(2026, 10, 20, 12));
  const { allow } = parseEgressAllow('127.0.0.1/32');
  const guard = createGuard({ allow });
  const secretKey = randomBytes(32);
  const services: ServiceContext = {
    ...createServiceContext({
      databaseUrl: testDatabase.url,
      secretKey,
      publicUrl: 'http://watch.test',
      regions,
      regionNames: {},
      checkAddress: guard.checkAddress,
      onDatabaseError: () => {},
    }),
    clock,
  };
  await keepHouse(services);
  await bootstrap(services, { email: 'owner@example.com', password: 'correct horse battery', apiKey: KEY });
  const known = await authenticateKey(services, KEY);
  if (!known) throw new Error('the bootstrap key does not work');
  const scope: Scope = known.scope;

  const added: NamedJob<unknown>[] = [];
  const note = async (jobs: NamedJob<unknown>[]) => void added.push(...jobs);
  return {
    services,
    databaseUrl: testDatabase.url,
    secretKey,
    clock,
    scope,
    guard,
    metrics: createMetrics(),
    /** What was put on a queue, in order. */
    added,
    queues: { addDeliveries: note, addProbeBatches: (_region: string, jobs: NamedJob<unknown>[]) => note(jobs) },
    end: async () => {
      await services.database.close();
      await testDatabase.drop();
    },
  };
}
