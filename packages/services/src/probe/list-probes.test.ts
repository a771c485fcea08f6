import { createServerBody, FAILURE_CLASSES } from '@alivemcp/contracts';
import { ensureProbePartitions, insertProbeResults, schema } from '@alivemcp/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerServer } from '../server/register-server.ts';
import { ALL, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { listProbes } from './list-probes.ts';

const HOUR_MS = 3_600_000;
let ctx: TestContext;
let serverId: string;

beforeAll(async () => {
  ctx = await createTestContext();
  const server = await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://a.example/mcp' }));
  serverId = server.id;
  const { db } = ctx.database;
  await ensureProbePartitions(ctx.database, START - 24 * HOUR_MS, START);
  const fails = (hour: number, region: string) => hour === 3 && region === 'us';
  // Over midnight, so over two partitions; both regions at the same moments.
  const rows = Array.from({ length: 12 }, (_, hour) =>
    ['eu', 'us'].map((region) => ({
      workspaceId: ctx.mine.workspaceId,
      serverId,
      region,
      scheduledAt: new Date(START - hour * HOUR_MS),
      reason: 'scheduled' as const,
      startedAt: new Date(START - hour * HOUR_MS + 5),
      outcome: fails(hour, region) ? ('down' as const) : ('up' as const),
      posture: 'open' as const,
      class: fails(hour, region) ? ('http.server_error' as const) : null,
      durationMs: 120,
      latencyMs: fails(hour, region) ? null : 118,
      phases: [{ name: 'dns' as const, ms: 1.5, ok: true }],
      protocol: null,
      toolsHash: null,
      toolsCount: null,
      attempts: 1,
      suspect: false,
    })),
  ).flat();
  await insertProbeResults(db, rows);
  await db.insert(schema.probeFailure).values({
    workspaceId: ctx.mine.workspaceId,
    serverId,
    region: 'us',
    scheduledAt: new Date(START - 3 * HOUR_MS),
    reason: 'scheduled',
    class: 'http.server_error',
    summary: 'The server answered 503.',
    transcript: { request: { method: 'POST', url: 'https://a.example/mcp', headers: {}, body: null }, response: null },
  });
});
afterAll(() => ctx.close());

const list = (filter: Parameters<typeof listProbes>[3], page = ALL) =>
  listProbes(ctx, ctx.mine, serverId, filter, page);

it('gives every probe of every region once, newest first, page by page', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({}, { limit: 5, cursor } as typeof ALL);
    seen.push(...page.data.map((probe) => `${probe.scheduledAt} ${probe.region}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toHaveLength(24);
  expect(seen).toEqual([...new Set(seen)].toSorted().reverse());
});

it('tells what was kept of a failure, and what to try first', async () => {
  const { data } = await list({ outcome: 'down' });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    region: 'us',
    class: 'http.server_error',
    summary: 'The server answered 503.',
    firstAction: FAILURE_CLASSES['http.server_error'].firstAction || null,
    transcript: { request: { method: 'POST' } },
  });
});

it('shows a good probe as it was', async () => {
  const { data } = await list({ region: 'eu' }, { limit: 1 });
  expect(data).toEqual([
    {
      region: 'eu',
      reason: 'scheduled',
      scheduledAt: new Date(START).toISOString(),
      startedAt: new Date(START + 5).toISOString(),
      outcome: 'up',
      posture: 'open',
      class: null,
      summary: 'Up',
      firstAction: null,
      durationMs: 120,
      latencyMs: 118,
      phases: [{ name: 'dns', ms: 1.5, ok: true }],
      protocol: null,
      toolsHash: null,
      toolsCount: null,
      attempts: 1,
      suspect: false,
      transcript: null,
    },
  ]);
});

it('keeps to a stretch of time: from is inside, to is not', async () => {
  const from = new Date(START - 2 * HOUR_MS).toISOString();
  const to = new Date(START).toISOString();
  const { data } = await list({ region: 'us', from, to });
  expect(data.map((probe) => probe.scheduledAt)).toEqual([new Date(START - HOUR_MS).toISOString(), from]);
});

it('knows nothing of a region that does not exist', async () => {
  expect(await list({ region: 'moon' })).toEqual({ data: [], nextCursor: null });
});
