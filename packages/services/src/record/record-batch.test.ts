import { createServerBody, type LiveEvent } from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { waitFor } from '@alivemcp/testkit';
import { afterEach, expect, test } from 'vitest';
import { judgeSilentServers } from '../judge/judge-silent-servers.ts';
import { watchLive } from '../live/watch-live.ts';
import { listProbes } from '../probe/list-probes.ts';
import { readLatency } from '../probe/read-latency.ts';
import { readUptime } from '../probe/read-uptime.ts';
import { closeHours } from '../rollup/close-hours.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { RETENTION_DAYS } from '../rollup/retention.ts';
import { tidyHistory } from '../rollup/tidy-history.ts';
import { registerServer } from '../server/register-server.ts';
import { ALL } from '../testing/test-context.ts';
import { type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { type RecordedProbe, recordBatch } from './record-batch.ts';

let world: WatchWorld;
afterEach(() => world.end());

const types = async () => (await world.events()).map((event) => event.type);
const rows = (
  table: typeof schema.probeResult | typeof schema.probeRequest | typeof schema.incident | typeof schema.transition,
) => world.ctx.database.db.select().from(table);

test('the first good probe makes a server up, without a word', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  const state = await world.state();
  expect(state).toMatchObject({ status: 'up', sequence: 1, toolsCount: 1, serverVersion: '1.0.0', posture: 'open' });
  expect(await types()).toEqual([]);
});

test('a calm probe costs no judgement', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  world.clock.advance(60_000);
  expect(await world.see('local', {})).toEqual({ recorded: 1, judged: 0, transitions: 0 });
});

test('a result that arrives twice is recorded and judged once', async () => {
  world = await watchWorld(['local']);
  const probe = world.probeOf({}, 'first');
  expect((await recordBatch(world.ctx, 'local', [probe])).recorded).toBe(1);
  expect((await recordBatch(world.ctx, 'local', [probe])).recorded).toBe(0);
  expect(await rows(schema.probeResult)).toHaveLength(1);
});

const notRun = () => ({ ...world.probeOf({ class: 'observer.not_run', suspect: true }, 'scheduled') });
const record = (...probes: RecordedProbe[]) => recordBatch(world.ctx, 'local', probes);

test('a result takes the place of the probe that was not run, once', async () => {
  world = await watchWorld(['local']);
  await keepHouse(world.ctx);
  const missed = notRun();
  expect(await record(missed)).toEqual({ recorded: 1, judged: 0, transitions: 0 });
  expect((await record(missed)).recorded).toBe(0);
  await closeHours(world.ctx);
  const late = world.probeOf({}, 'scheduled');
  expect(await record(late)).toEqual({ recorded: 1, judged: 1, transitions: 1 });
  expect(await record(late, { ...late, result: { ...late.result, outcome: 'down' } })).toMatchObject({ recorded: 0 });
  expect((await record(missed)).recorded).toBe(0);
  expect(await rows(schema.probeResult)).toMatchObject([{ outcome: 'up', class: null, suspect: false, latencyMs: 35 }]);
  await closeHours(world.ctx);
  for (const table of ['rollup_5min', 'latency_hour'])
    expect(await world.ctx.rows(`select up, unknown from ${table} order by up desc limit 1`)).toEqual([
      { up: 1, unknown: 0 },
    ]);
});

test('so it does when the day of the probe is packed', async () => {
  world = await watchWorld(['local']);
  const { ctx, clock } = world;
  const [missed, late] = [notRun(), world.probeOf({}, 'scheduled')];
  const tidy = async () => {
    await keepHouse(ctx);
    await tidyHistory(ctx);
  };
  await record(missed);
  clock.advance((RETENTION_DAYS.raw + 1) * 86_400_000);
  await tidy();
  const log = async () =>
    (await listProbes(ctx, world.scope, world.server.id, {}, ALL)).data.map((probe) => [
      probe.outcome,
      probe.latencyMs,
    ]);
  expect(await ctx.rows('select checks from packed_day')).toEqual([{ checks: 1 }]);
  expect((await record(late)).recorded).toBe(1);
  await tidy();
  await closeHours(ctx);
  expect(await log()).toEqual([['up', 35]]);
  await record({ ...late, result: { ...late.result, outcome: 'down', latencyMs: null } });
  await record(missed);
  await tidy();
  await closeHours(ctx);
  expect(await log()).toEqual([['up', 35]]);
  expect(await ctx.rows(`select up, down, unknown from latency_hour where phase = 'total'`)).toEqual([
    { up: 1, down: 0, unknown: 0 },
  ]);
});

test('results of one server that come together count one after the other', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  const failures = Array.from({ length: 3 }, () => {
    world.clock.advance(60_000);
    return world.probeOf({ class: 'tcp.refused' }, 'scheduled');
  });
  expect((await record(...failures.toReversed(), ...failures)).recorded).toBe(3);
  const [region] = await world.ctx.database.db.select().from(schema.serverRegion);
  expect(region).toMatchObject({ outcome: 'down', runLength: 3 });
  // They are all of the past: the confirmation is still to come.
  expect(await world.state()).toMatchObject({ status: 'up', confirmingSince: new Date(world.clock.now()) });
});

test('what is older than the last word of its region is kept and changes nothing', async () => {
  world = await watchWorld(['local']);
  const old = world.probeOf({ class: 'tcp.refused' }, 'scheduled');
  const other = world.probeOf({ tools: [] }, 'manual');
  world.clock.advance(60_000);
  await world.see('local', {}, 'first');
  expect(await record(old, other)).toEqual({ recorded: 2, judged: 0, transitions: 0 });
  expect((await world.state()).confirmingSince).toBeNull();
  // Who finds it in the log can look at what it saw.
  expect(await world.ctx.rows('select hash from tool_snapshot')).toContainEqual({ hash: other.toolList?.hash });
});

test('down after its confirmation, told once; up after two good rounds, told where down went', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  world.clock.advance(60_000);
  const firstFailure = world.clock.now();
  await world.see('local', { class: 'tcp.refused' });
  expect((await world.state()).status).toBe('up');
  const requests = await world.ctx.database.db.select().from(schema.probeRequest);
  expect(requests.filter((request) => request.reason === 'confirm')).toHaveLength(1);

  world.clock.advance(800);
  await world.see('local', { class: 'tcp.refused' }, 'confirm');
  expect(await world.state()).toMatchObject({ status: 'down', class: 'tcp.refused', since: new Date(firstFailure) });
  for (let i = 0; i < 3; i++) {
    world.clock.advance(60_000);
    await world.see('local', { class: 'tcp.refused' });
  }
  expect((await types()).toSorted()).toEqual(['incident.opened', 'server.down']);
  await world.ctx.database.db.update(schema.delivery).set({ state: 'delivered' });

  world.clock.advance(60_000);
  const firstSuccess = world.clock.now();
  await world.see('local', {});
  world.clock.advance(60_000);
  await world.see('local', {});
  expect(await world.state()).toMatchObject({ status: 'up', since: new Date(firstSuccess), class: null });
  const events = await world.events();
  expect(events.map((event) => event.type).toSorted()).toEqual([
    'incident.opened',
    'incident.resolved',
    'server.down',
    'server.recovered',
  ]);
  expect(new Set(events.map((event) => event.data.dedupKey)).size).toBe(1);
  const recovered = events.find((event) => event.type === 'server.recovered');
  expect(recovered?.data.incident).toMatchObject({ state: 'resolved', durationMs: firstSuccess - firstFailure });
  const deliveries = await world.ctx.database.db.select().from(schema.delivery);
  expect(deliveries).toHaveLength(4);

  const uptime = await readUptime(world.ctx, world.scope, world.server.id, '24h');
  expect(uptime.downMs).toBe(firstSuccess - firstFailure);
});

test('one failing region of three is an advisory, two are down', async () => {
  world = await watchWorld(['a', 'b', 'c']);
  for (const region of ['a', 'b', 'c']) await world.see(region, {}, 'first');
  for (let i = 0; i < 2; i++) {
    world.clock.advance(60_000);
    await world.see('a', { class: 'tcp.timeout' });
    await world.see('b', {});
    await world.see('c', {});
  }
  expect(await world.state()).toMatchObject({ status: 'up', advisoryRegions: ['a'] });
  expect(await types()).toEqual(['server.regional']);

  world.clock.advance(60_000);
  await world.see('b', { class: 'tcp.timeout' });
  world.clock.advance(500);
  await world.see('a', { class: 'tcp.timeout' }, 'confirm');
  expect((await world.state()).status).toBe('up');
  await world.see('b', { class: 'tcp.timeout' }, 'confirm');
  expect(await world.state()).toMatchObject({ status: 'down', advisoryRegions: [] });
  expect((await world.events()).at(-1)?.data.regions).toEqual({
    failing: ['a', 'b'],
    sighted: ['a', 'b', 'c'],
    assigned: ['a', 'b', 'c'],
  });
});

test('what was recorded is told to its workspace, once and without what came twice', async () => {
  world = await watchWorld(['local']);
  const { ctx, scope, server, clock } = world;
  const their = await registerServer(ctx, ctx.theirs, createServerBody.parse({ url: 'https://their.example/mcp' }));
  const theirs = { ...world.probeOf({}, 'scheduled'), workspaceId: ctx.theirs.workspaceId, serverId: their.id };
  const live = watchLive(ctx);
  await live.listen();
  const [mine, others]: [LiveEvent[], LiveEvent[]] = [[], []];
  live.subscribe(scope.workspaceId, (event) => mine.push(event));
  live.subscribe(ctx.theirs.workspaceId, (event) => others.push(event));

  const probe = world.probeOf({}, 'scheduled');
  await recordBatch(ctx, 'local', [probe, theirs]);
  await recordBatch(ctx, 'local', [probe, theirs]);
  clock.advance(60_000);
  await recordBatch(ctx, 'local', [world.probeOf({ suspect: true }, 'scheduled')]);
  await waitFor(() => mine.length === 2, { what: 'the second batch' });
  expect(mine).toEqual([
    { type: 'probed', serverIds: [server.id] },
    { type: 'probed', serverIds: [server.id] },
  ]);
  expect(others).toEqual([{ type: 'probed', serverIds: [theirs.serverId] }]);
  await live.close();
});

test('a suspect result is kept and never judged', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  world.clock.advance(60_000);
  const suspect = { class: 'tcp.refused', suspect: true } as const;
  expect(await world.see('local', suspect)).toEqual({ recorded: 1, judged: 0, transitions: 0 });
  expect(await rows(schema.probeResult)).toHaveLength(2);
});

test('silence is unknown, not down', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  const seen = world.clock.now();
  world.clock.advance(200_000);
  expect(await judgeSilentServers(world.ctx)).toBe(1);
  expect(await world.state()).toMatchObject({ status: 'unknown', since: new Date(seen + 150_000) });
  expect(await types()).toEqual(['server.unknown']);
  expect(await judgeSilentServers(world.ctx)).toBe(0);
});

test('a new tool list is told once a second probe confirms it', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  const tools = [{ name: 'ping', inputSchema: { type: 'object' } }];
  world.clock.advance(60_000);
  await world.see('local', { tools });
  expect(await types()).toEqual([]);
  world.clock.advance(500);
  await world.see('local', { tools, version: '1.0.1' }, 'confirm');
  const [event] = await world.events();
  expect(event).toMatchObject({
    type: 'server.drift',
    data: { drift: { class: 'breaking', versionVerdict: 'understated', changeCount: 2, truncated: false } },
  });
  expect((await world.state()).toolsCount).toBe(1);
  world.clock.advance(60_000);
  expect((await world.see('local', { tools, version: '1.0.1' })).judged).toBe(0);
});

test('a list that comes and goes between two probes is no drift', async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
  for (let i = 0; i < 4; i++) {
    world.clock.advance(60_000);
    await world.see('local', i % 2 === 0 ? { tools: [{ name: 'other', inputSchema: { type: 'object' } }] } : {});
  }
  expect(await types()).toEqual([]);
});

test('a region apart with another list is no drift, and is asked again only once', async () => {
  world = await watchWorld(['a', 'b']);
  for (const region of ['a', 'b']) await world.see(region, {}, 'first');
  for (let i = 0; i < 4; i++) {
    world.clock.advance(60_000);
    await world.see('a', { tools: [{ name: 'stale', inputSchema: { type: 'object' } }] });
    await world.see('b', {});
  }
  expect(await types()).toEqual([]);
  const requests = await world.ctx.database.db.select().from(schema.probeRequest);
  expect(requests.filter((request) => request.reason === 'confirm')).toHaveLength(2);
});

test('a rejected credential is told once and is not downtime', async () => {
  world = await watchWorld(['local']);
  await world.see('local', { posture: 'credentialed' }, 'first');
  for (let i = 0; i < 3; i++) {
    world.clock.advance(60_000);
    await world.see('local', { class: 'auth.rejected', posture: 'credential_rejected' });
  }
  expect(await world.state()).toMatchObject({ status: 'up', posture: 'credential_rejected' });
  expect(await types()).toEqual(['credential.rejected']);
});

test('many recorders at once open one incident and write gap-free transitions', async () => {
  const regions = ['a', 'b', 'c', 'd', 'e'];
  world = await watchWorld(regions);
  await Promise.all(regions.map((region) => world.see(region, {}, 'first')));
  for (let round = 0; round < 4; round++) {
    world.clock.advance(1000);
    await Promise.all(regions.map((region) => world.see(region, { class: 'http.server_error' })));
  }
  expect((await world.state()).status).toBe('down');
  expect(await rows(schema.incident)).toHaveLength(1);
  const transitions = await world.ctx.database.db.select().from(schema.transition).orderBy(schema.transition.sequence);
  expect(transitions.map(({ sequence, to }) => [sequence, to])).toEqual([
    [1, 'up'],
    [2, 'down'],
  ]);
});

test('latency comes from the hours, by phase and region', async () => {
  world = await watchWorld(['local']);
  for (let i = 0; i < 3; i++) {
    await world.see('local', {});
    world.clock.advance(60_000);
  }
  await closeHours(world.ctx);
  await closeHours(world.ctx);
  const latency = await readLatency(world.ctx, world.scope, world.server.id, { window: '24h' });
  expect(latency.total.count).toBe(3);
  expect(latency.total.p95Ms).toBeGreaterThanOrEqual(32);
  expect(latency.total.p95Ms).toBeLessThanOrEqual(39);
  expect(Object.keys(latency.phases)).toEqual(['tcp']);
  expect(Object.keys(latency.regions)).toEqual(['local']);
});
