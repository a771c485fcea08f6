import { getServer } from '@alivemcp/services';
import { createTestDatabase, type TestDatabase } from '@alivemcp/testkit';
import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { probeBatch } from './probe-batch.ts';
import { createResultBuffer } from './result-buffer.ts';
import { proberWorld } from './testing/prober-world.ts';

let database: TestDatabase;
let world: Awaited<ReturnType<typeof proberWorld>>;
let mcp: Fixture;
beforeEach(async () => {
  database = await createTestDatabase();
  world = await proberWorld(database.url);
  mcp = await startFixture({ tools: SAMPLE_TOOLS });
});
afterEach(async () => {
  await mcp.close();
  await world.services.database.close();
  await database.drop();
});

const run = (
  targets: { workspaceId: string; serverId: string }[],
  dueAt = Date.now(),
  signal = new AbortController().signal,
) =>
  probeBatch(
    { ...world, buffer: createResultBuffer(world, 'local'), signal },
    { region: 'local', dueAt, reason: 'scheduled', targets },
  );

test('a batch is probed, recorded under its due time and judged', async () => {
  const target = await world.register(mcp.url);
  const dueAt = Date.now() - 250;
  await run([target], dueAt);
  const [probe] = await world.recorded(target.serverId);
  expect(probe).toMatchObject({
    outcome: 'up',
    scheduledAt: new Date(dueAt).toISOString(),
    toolsCount: 2,
    attempts: 1,
  });
  expect(await getServer(world.services, world.scope, target.serverId)).toMatchObject({
    status: 'up',
    tools: { count: 2 },
  });
});

test('a sealed credential reaches its server and no record', async () => {
  const token = 'a-very-secret-token';
  mcp.set({ tools: SAMPLE_TOOLS, auth: { tokens: [token] } });
  const target = await world.register(mcp.url, { type: 'bearer', token });
  await run([target]);
  mcp.set({ tools: SAMPLE_TOOLS, auth: { tokens: ['another'] } });
  await run([target], Date.now() + 1);
  const probes = await world.recorded(target.serverId);
  expect(probes.map((probe) => probe.posture)).toEqual(['credential_rejected', 'credentialed']);
  expect(JSON.stringify(probes)).not.toContain(token);
});

test('a probe that would start later than half its interval is not run', async () => {
  const target = await world.register(mcp.url);
  await run([target], Date.now() - 31_000);
  expect(await world.recorded(target.serverId)).toEqual([]);
  expect(mcp.requests).toEqual([]);
});

test('a server that was deleted, or is of another workspace, is left out', async () => {
  const target = await world.register(mcp.url);
  await run([
    { ...target, workspaceId: 'wsp_other' },
    { ...target, serverId: 'srv_gone' },
  ]);
  expect(mcp.requests).toEqual([]);
});

test('what a stopping prober saw half of is not recorded', async () => {
  mcp.set({ fault: 'silence' });
  const target = await world.register(mcp.url);
  const stopping = new AbortController();
  const running = run([target], Date.now(), stopping.signal);
  setTimeout(() => stopping.abort(), 100);
  await running;
  expect(await world.recorded(target.serverId)).toEqual([]);
});
