import type { LiveEvent } from '@alivemcp/contracts';
import { openDatabase } from '@alivemcp/db';
import { waitFor } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKey } from '../account/create-key.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { createChannel } from '../channel/create-channel.ts';
import { testChannel } from '../channel/test-channel.ts';
import { claimDeliveries } from '../delivery/claim-deliveries.ts';
import { recordAttempt } from '../delivery/record-attempt.ts';
import { createIncident } from '../incident/create-incident.ts';
import { newId } from '../new-id.ts';
import { pauseServer } from '../server/pause-server.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { tellLive } from './tell-live.ts';
import { type LiveWatch, watchLive } from './watch-live.ts';

let ctx: TestContext;
let live: LiveWatch;
let heard: LiveEvent[];
beforeEach(async () => {
  ctx = await createTestContext();
  live = watchLive(ctx);
  heard = [];
  await live.listen();
  live.subscribe(ctx.mine.workspaceId, (event) => heard.push(event));
});
afterEach(async () => {
  await live.close();
  await ctx.close();
});

const END = { type: 'delivery', channelId: newId('channel', START) } satisfies LiveEvent;

/** What was heard so far: notifications come in the order of their commits, so that one more is the end. */
async function heardSoFar(): Promise<LiveEvent[]> {
  await tellLive(ctx, [{ workspaceId: ctx.mine.workspaceId, event: END }]);
  await waitFor(() => heard.some((event) => event.type === END.type && event.channelId === END.channelId), {
    what: 'the last event',
  });
  return heard.splice(0).slice(0, -1);
}

const register = (host: string, scope = ctx.mine) =>
  registerServer(ctx, scope, {
    url: `https://${host}/mcp`,
    intervalMs: 60_000,
    transport: 'auto',
    auth: { type: 'none' },
    expectations: {},
    sensitivity: 'balanced',
    latencyBudgetMs: 2000,
    autoAccept: null,
    alternateClient: null,
    tags: [],
    public: false,
  });

test('a verb tells its workspace what changed, and no other', async () => {
  const { id } = await register('mine.example');
  await register('theirs.example', ctx.theirs);
  await pauseServer(ctx, ctx.mine, id);
  await createKey(ctx, ctx.mine, { name: 'machine' });
  expect(await heardSoFar()).toEqual([
    { type: 'changed', serverId: id },
    { type: 'changed', serverId: id },
    { type: 'changed', serverId: null },
  ]);
});

test('an event and the audit of the same change are told once', async () => {
  const { id } = await register('mine.example');
  await heardSoFar();
  await createIncident(ctx, ctx.mine, { serverId: id, title: 'We move', body: 'To another host.' });
  expect(await heardSoFar()).toEqual([{ type: 'changed', serverId: id }]);
});

test('an attempt tells its channel', async () => {
  const channel = await createChannel(ctx, ctx.mine, { type: 'webhook', url: 'https://hook.example/' });
  await testChannel(ctx, ctx.mine, channel.id);
  await heardSoFar();
  const [claimed] = await claimDeliveries(ctx, 1);
  if (!claimed) throw new Error('there is nothing to deliver');
  const result = { ok: true, status: 200, durationMs: 5, address: null, error: null, responseBody: null, gone: null };
  await recordAttempt(ctx, claimed, result, null);
  expect(await heardSoFar()).toEqual([{ type: 'delivery', channelId: channel.id }]);
});

test('nothing is told of what was rolled back', async () => {
  const failed = ctx.database.transaction(async (tx) => {
    await appendAudit(tx, ctx, ctx.mine, { action: 'server.paused', target: newId('server', START) });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await heardSoFar()).toEqual([]);
});

test('signing in and out is told to nobody', async () => {
  await ctx.database.transaction((tx) =>
    appendAudit(tx, ctx, ctx.mine, { action: 'session.started', target: ctx.mine.actor }),
  );
  expect(await heardSoFar()).toEqual([]);
});

test('more ids than one notification holds come in several, whole and in order', async () => {
  const serverIds = Array.from({ length: 1_001 }, () => newId('server', START));
  await tellLive(ctx, [{ workspaceId: ctx.mine.workspaceId, event: { type: 'probed', serverIds } }]);
  const told = await heardSoFar();
  expect(told).toHaveLength(6);
  expect(told.flatMap((event) => (event.type === 'probed' ? event.serverIds : []))).toEqual(serverIds);
});

test('what cannot be read is left out, and who stopped listening hears no more', async () => {
  const { workspaceId } = ctx.mine;
  const later: LiveEvent[] = [];
  const stop = live.subscribe(workspaceId, (event) => later.push(event));
  for (const payload of ['no JSON', 'null', JSON.stringify({ workspaceId, event: { type: 'of the future' } })]) {
    await ctx.rows(`select pg_notify('alivemcp_live', '${payload}')`);
  }
  expect(await heardSoFar()).toEqual([]);
  expect(later).toEqual([END]);
  stop();
  await heardSoFar();
  expect(later).toEqual([END]);
});

test('listening to a database that is away fails, and ends nothing else', async () => {
  const away = openDatabase('postgres://nobody@127.0.0.1:1/none');
  const watch = watchLive({ database: away });
  await expect(watch.listen()).rejects.toThrow();
  await watch.close();
  await away.close();
});

test('a lost connection is made again, and listeners learn that they may have missed something', async () => {
  const { workspaceId } = ctx.mine;
  let gaps = 0;
  live.subscribe(
    workspaceId,
    () => {},
    () => gaps++,
  );
  await ctx.rows(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alivemcp listen alivemcp_live' and datname = current_database()",
  );
  await waitFor(() => gaps === 1, { what: 'a second connection' });
  expect(await heardSoFar()).toEqual([]);
});
