import { createGuard } from '@alivemcp/net-guard';
import { createServiceContext } from '@alivemcp/services';
import { type EngineSettings, startTestEngine } from './fault-world.ts';

// An engine alone, for a test that kills it.
const { databaseUrl, redisUrl, secretKey } = JSON.parse(process.argv[2] ?? '{}') as EngineSettings;
const services = createServiceContext({
  databaseUrl,
  secretKey: Buffer.from(secretKey, 'base64'),
  publicUrl: 'http://watch.test',
  regions: ['local'],
  regionNames: {},
  checkAddress: createGuard().checkAddress,
  onDatabaseError: () => {},
});
await startTestEngine(services, redisUrl);
process.send?.('runs');
