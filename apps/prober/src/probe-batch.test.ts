import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LiveEvent, ProbeBatchJob, ProbeReason } from '@alivemcp/contracts';
import { isDetectionDue } from '@alivemcp/domain';
import { getContract, getServer, watchLive } from '@alivemcp/services';
import { createTestDatabase, type TestDatabase, waitFor } from '@alivemcp/testkit';
import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAssignment } from './assignment/assignment.ts';
import { probeBatch } from './probe-batch.ts';
import { createRecorder, type Recorder } from './recorder/recorder.ts';
import { openSpool } from './recorder/spool/spool.ts';
import { createSteadyClock } from './steady-clock.ts';
import { proberWorld } from './testing/prober-world.ts';
import { createTurnstile } from './turnstile.ts';

let database: TestDatabase;
let world: Awaited<ReturnType<typeof proberWorld>>;
let mcp: Fixture;
let dir: string;
let recorder: Recorder;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'alivemcp-prober-'));
  database = await createTestDatabase();
  world = await proberWorld(database.url);
  recorder = createRecorder({ ...world, turn: async () => {}, spool: await openSpool(dir, 1_000_000) }, 'local');
  mcp = await startFixture({ tools: SAMPLE_TOOLS });
});
afterEach(async () => {
  await recorder.close();
  await mcp.close();
  await world.services.database.close();
  await database.drop();
  await rm(dir, { recursive: true });
});

const run = async (
  targets: ProbeBatchJob['targets'],
  dueAt = Date.now(),
  signal = new AbortController().signal,
  reason: ProbeReason = 'scheduled',
) =>
  probeBatch(
    {
      ...world,
      recorder,
      signal,
      assignment: createAssignment([]),
      clock: createSteadyClock(),
      turnstile: createTurnstile(50),
      trust: { weigh: async ({ result }) => ({ result, suspect: false }) },
    },
    { region: 'local', dueAt, reason, targets },
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

test('a probe that somebody waits for tells its phases while it runs, one by the clock does not', async () => {
  const { serverId, workspaceId } = await world.register(mcp.url);
  const live = watchLive(world.services);
  await live.listen();
  const heard: LiveEvent[] = [];
  live.subscribe(workspaceId, (event) => heard.push(event));
  mcp.set({ era: 'modern', tools: SAMPLE_TOOLS });
  const { signal } = new AbortController();
  const phases = () => heard.flatMap((event) => (event.type === 'phase' ? [event] : []));

  await run([{ serverId, workspaceId }]);
  await run([{ serverId, workspaceId }], Date.now() + 1, signal, 'first');
  await waitFor(() => phases().length === 4, { what: 'the phases' });
  const [probe] = await world.recorded(serverId);
  expect(probe?.phases.map(({ name }) => name)).toEqual(['dns', 'tcp', 'discover', 'tools']);
  expect(phases()).toEqual(
    probe?.phases.map((phase) => ({ type: 'phase', serverId, region: 'local', reason: 'first', phase })),
  );
  await live.close();
});

test('a phase is told before the next one is over', async () => {
  const { serverId, workspaceId } = await world.register(mcp.url);
  const live = watchLive(world.services);
  await live.listen();
  const heard: LiveEvent[] = [];
  live.subscribe(workspaceId, (event) => heard.push(event));
  mcp.set({ era: 'modern', tools: SAMPLE_TOOLS, fault: 'silence', at: 'tools/list' });
  const stopping = new AbortController();
  const running = run([{ serverId, workspaceId }], Date.now(), stopping.signal, 'manual');
  const names = () => heard.map((event) => (event.type === 'phase' ? event.phase.name : event.type));
  await waitFor(() => names().includes('discover'), { what: 'the phase before the silence' });
  expect(names()).toEqual(['dns', 'tcp', 'discover']);
  stopping.abort();
  await running;
  await live.close();
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

test('a thorough probe looks at the promises, the truth and what another client is shown; the next does not', async () => {
  const target = await world.register(mcp.url, undefined, { alternateClient: 'other' });
  await run([target]);
  expect(await getContract(world.services, world.scope, target.serverId)).toMatchObject({
    surface: { serverInfo: { name: 'fixture' }, capabilities: { tools: {} } },
    truth: [{ kind: 'echoes_version' }],
    inconsistencies: [],
  });
  const agents = () => new Set(mcp.requests.map(({ headers }) => String(headers['user-agent']).split('/', 1)[0]));
  expect(agents()).toEqual(new Set(['AliveMCP', 'other']));
  mcp.requests.length = 0;
  await run([target], Date.now() + 1);
  expect(agents()).toEqual(new Set(['AliveMCP']));
  expect(mcp.requests.filter(({ rpc }) => rpc === 'initialize')).toHaveLength(1);
});

test('a list that cannot be read is degraded, and is no change of what the server promises', async () => {
  const capabilities = { tools: {}, prompts: {} };
  mcp.set({ tools: SAMPLE_TOOLS, capabilities });
  const expectations = { lists: ['prompts'] };
  const target = await world.register(mcp.url, undefined, { expectations });
  await run([target]);
  expect(await world.recorded(target.serverId)).toMatchObject([
    { outcome: 'degraded', class: 'mcp.list_failed', toolsCount: 2 },
  ]);
  expect(await getContract(world.services, world.scope, target.serverId)).toMatchObject({ surface: null });
});

test('a probe that would start later than half its interval is not run, and recorded as that', async () => {
  const target = await world.register(mcp.url);
  await run([target], Date.now() - 31_000);
  expect(await world.recorded(target.serverId)).toMatchObject([{ outcome: 'unknown', class: 'observer.not_run' }]);
  expect(mcp.requests).toEqual([]);
  expect(await getServer(world.services, world.scope, target.serverId)).toMatchObject({ status: 'pending' });
  await run([{ ...target, intervalMs: 600_000 }], Date.now() - 32_000);
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

test('a server that has learned a newer protocol is found out once a day', async () => {
  const target = await world.register(mcp.url);
  await run([target]);
  mcp.set({ tools: SAMPLE_TOOLS, era: 'dual' });
  mcp.requests.length = 0;
  const minute = 60_000;
  const next = Math.ceil(Date.now() / minute) * minute;
  const dues = Array.from({ length: 1_440 }, (_, i) => next + i * minute);
  const due = dues.find((at) => isDetectionDue(target.serverId, at, minute)) ?? 0;
  await run([target], due - minute);
  expect(mcp.requests.map(({ rpc }) => rpc)).not.toContain('server/discover');
  await run([target], due);
  expect((await world.recorded(target.serverId)).map((probe) => probe.protocol?.era)).toEqual([
    'modern',
    'legacy',
    'legacy',
  ]);
});
