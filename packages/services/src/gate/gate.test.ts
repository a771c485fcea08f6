import type { CreateGateBody, ProbeReason } from '@alivemcp/contracts';
import { afterEach, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import { dispatchProbeRequests } from '../dispatch/dispatch-probe-requests.ts';
import { recordBatch } from '../record/record-batch.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { pauseServer } from '../server/pause-server.ts';
import { ALL } from '../testing/test-context.ts';
import { type Saw, type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { createGate } from './create-gate.ts';
import { getGate } from './get-gate.ts';
import { listGates } from './list-gates.ts';
import { turnGates } from './turn-gates.ts';

let world: WatchWorld;
afterEach(() => world.end());

const SECOND_MS = 1_000;
const open = (body: Partial<CreateGateBody> = {}) =>
  createGate(world.ctx, world.scope, { serverId: world.server.id, timeoutMs: 60 * SECOND_MS, ...body });
const look = (id: string) => getGate(world.ctx, world.scope, id);
const told = async () => (await world.events()).filter(({ type }) => type.startsWith('gate.'));

/** What the regions were asked for and have not answered yet, as an engine takes it. */
async function asked() {
  const requests: { id: string; region: string; reason: ProbeReason; scheduledAt: Date }[] = [];
  await dispatchProbeRequests(world.ctx, 100, async (taken) => void requests.push(...taken));
  return requests.filter(({ reason }) => reason === 'manual');
}
/** Answers what was asked, `saw` by region; a region that is not there stays silent. Then the engine turns the gates. */
async function answer(saw: Record<string, Saw>, afterMs = SECOND_MS): Promise<void> {
  const requests = await asked();
  world.clock.advance(afterMs);
  for (const { id, region, scheduledAt } of requests) {
    const seen = saw[region];
    if (!seen) continue;
    const probe = { ...world.probeOf(seen, 'manual'), scheduledAt: scheduledAt.getTime(), requestId: id };
    await recordBatch(world.ctx, region, [probe]);
  }
  await turnGates(world.ctx);
}
/** The pause between two rounds. */
async function pause(ms = 2 * SECOND_MS): Promise<void> {
  world.clock.advance(ms);
  await turnGates(world.ctx);
}

it('passes after two good rounds in a row, and tells it once', async () => {
  world = await watchWorld(['eu', 'us']);
  const { id } = await open({ expectVersion: 'v1.1.0' });
  expect(await look(id)).toMatchObject({
    state: 'waiting',
    rounds: 1,
    regions: [],
    summary: expect.stringContaining('first round'),
  });

  await answer({ eu: { version: '1.0.0' }, us: { version: '1.1.0' } });
  const sentence = 'Version 1.0.0 is served, v1.1.0 is expected.';
  expect(await look(id)).toMatchObject({
    state: 'waiting',
    goodRounds: 0,
    regions: [
      { region: 'eu', version: '1.0.0', outcome: 'up' },
      { region: 'us', version: '1.1.0' },
    ],
    unmet: [{ reason: 'wrong_version', regions: ['eu'], sentence }],
    summary: `Waiting. eu: ${sentence}`,
  });

  await pause();
  await answer({ eu: { version: '1.1.0' }, us: { version: '1.1.0' } });
  expect(await look(id)).toMatchObject({ state: 'waiting', goodRounds: 1, unmet: [{ reason: 'not_confirmed' }] });
  expect(await told()).toEqual([]);

  await pause();
  await answer({ eu: { version: '1.1.0' }, us: { version: '1.1.0' } });
  const passed = await look(id);
  expect(passed).toMatchObject({ state: 'passed', rounds: 3, goodRounds: 2, unmet: [] });
  expect(passed.summary).toBe('Passed after 7.0 s in eu, us. Version 1.1.0 is served.');
  await turnGates(world.ctx);
  expect(await told()).toMatchObject([
    {
      type: 'gate.passed',
      data: {
        dedupKey: id,
        summary: passed.summary,
        server: { id: world.server.id },
        links: { gate: `https://alive.example/api/v1/gates/${id}` },
        pages: { gate: `https://alive.example/gates/${id}` },
      },
    },
  ]);
});

it('begins anew when a round in between is not good', async () => {
  world = await watchWorld(['eu']);
  const { id } = await open();
  await answer({ eu: {} });
  await pause();
  await answer({ eu: { class: 'tcp.refused' } });
  expect(await look(id)).toMatchObject({ goodRounds: 0, unmet: [{ reason: 'not_up', regions: ['eu'] }] });
  for (let i = 0; i < 2; i++) {
    await pause();
    await answer({ eu: {} });
  }
  expect(await look(id)).toMatchObject({ state: 'passed', rounds: 4 });
});

it('fails when the time is over, with what did not hold', async () => {
  world = await watchWorld(['eu', 'us']);
  const expectHash = 'a'.repeat(64);
  const { id } = await open({ expectHash, timeoutMs: 5 * SECOND_MS });
  await answer({ eu: {}, us: {} });
  await pause();
  // The time is over in the middle of a round in which nobody answered.
  await answer({}, 3 * SECOND_MS);
  const failed = await look(id);
  expect(failed).toMatchObject({
    state: 'failed',
    rounds: 2,
    unmet: [{ reason: 'tools_changed', regions: ['eu', 'us'] }],
  });
  expect(failed.summary).toContain(`Not passed within 5 s. eu, us: The tool list has the hash`);
  expect((await told()).map(({ type }) => type)).toEqual(['gate.failed']);
});

it('opens no alert at PagerDuty after the next one has passed; programs hear of each', async () => {
  world = await watchWorld(['eu']);
  await createChannel(world.ctx, world.scope, { type: 'pagerduty', routingKey: 'x'.repeat(32) });
  await open({ timeoutMs: 5 * SECOND_MS });
  await answer({ eu: { class: 'tcp.refused' } }, 6 * SECOND_MS);
  await open();
  await answer({ eu: {} });
  await pause();
  await answer({ eu: {} });
  const deliveries = `select e.type, c.type as to, d.state, d.cancelled_for from delivery d join event e on e.id = d.event_id
    join channel c on c.id = d.channel_id where e.type like 'gate.%' order by e.type, c.type`;
  expect(await world.ctx.rows(deliveries)).toEqual([
    { type: 'gate.failed', to: 'pagerduty', state: 'cancelled', cancelled_for: 'over' },
    { type: 'gate.failed', to: 'webhook', state: 'pending', cancelled_for: null },
    { type: 'gate.passed', to: 'pagerduty', state: 'pending', cancelled_for: null },
    { type: 'gate.passed', to: 'webhook', state: 'pending', cancelled_for: null },
  ]);
});

it('passes with the hash that the server has', async () => {
  world = await watchWorld(['eu']);
  await world.see('eu', {}, 'first');
  const { toolsHash } = await world.state();
  const { id } = await open({ expectHash: toolsHash ?? '' });
  await answer({ eu: {} });
  await pause();
  await answer({ eu: {} });
  expect(await look(id)).toMatchObject({ state: 'passed', regions: [{ toolsHash }] });
});

it('goes on without one blind region of three, but not without two', async () => {
  world = await watchWorld(['eu', 'us', 'asia']);
  const { id } = await open();
  await answer({ eu: {}, us: {} });
  expect(await look(id)).toMatchObject({ goodRounds: 0, rounds: 1 });
  await pause(20 * SECOND_MS);
  expect(await look(id)).toMatchObject({ goodRounds: 1 });
  await pause();
  await answer({ eu: {}, us: {}, asia: { class: 'observer.network', suspect: true } });
  expect(await look(id)).toMatchObject({ state: 'passed' });

  const other = await open();
  await answer({ eu: {}, us: { class: 'observer.network', suspect: true } });
  await pause(20 * SECOND_MS);
  const [unmet] = (await look(other.id)).unmet;
  expect(unmet).toMatchObject({ reason: 'not_observed', regions: ['asia', 'us'] });
  expect(unmet?.sentence).toMatch(/^1 of 3 regions saw it, 2 must\. observer\.network: /);
});

it('does not wait long for a region that was silent in the round before', async () => {
  world = await watchWorld(['eu', 'us', 'asia']);
  const { id } = await open();
  await answer({ eu: {}, us: {} }, 20 * SECOND_MS);
  expect(await look(id)).toMatchObject({ goodRounds: 1 });
  await pause();
  await answer({ eu: {}, us: {} }, SECOND_MS);
  expect(await look(id)).toMatchObject({ state: 'waiting' });
  await pause(4 * SECOND_MS);
  expect(await look(id)).toMatchObject({ state: 'passed' });
});

it('does not take an answer for the round before as one for this', async () => {
  world = await watchWorld(['eu']);
  const { id } = await open();
  const [late] = await asked();
  await pause(20 * SECOND_MS);
  await pause();
  const probe = {
    ...world.probeOf({}, 'manual'),
    scheduledAt: late?.scheduledAt.getTime() ?? 0,
    requestId: late?.id ?? '',
  };
  await recordBatch(world.ctx, 'eu', [probe]);
  expect(await look(id)).toMatchObject({ rounds: 2, regions: [] });
});

it('wants to see the tools', async () => {
  world = await watchWorld(['eu']);
  const { id } = await open();
  await answer({ eu: { class: 'auth.required', posture: 'auth_required' } });
  expect(await look(id)).toMatchObject({ unmet: [{ reason: 'credentials_needed' }] });
});

it('several engines at once make one round of one, and one event', async () => {
  world = await watchWorld(['eu', 'us']);
  await open();
  const turn = () => Promise.all(Array.from({ length: 4 }, () => turnGates(world.ctx)));
  await answer({ eu: {}, us: {} });
  world.clock.advance(2 * SECOND_MS);
  const moved = await turn();
  expect(moved.reduce((sum, count) => sum + count)).toBe(1);
  const requests = await asked();
  expect(requests.map(({ region }) => region).sort()).toEqual(['eu', 'us']);
  world.clock.advance(60 * SECOND_MS);
  await turn();
  expect((await told()).map(({ type }) => type)).toEqual(['gate.failed']);
});

it('is refused for a server that is paused, not there, of others, or waited for by three', async () => {
  world = await watchWorld(['eu']);
  const { ctx, server } = world;
  for (let i = 0; i < 3; i++) await open();
  await expect(open()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('3 gates wait') });
  const strange = createGate(ctx, ctx.theirs, { serverId: server.id, timeoutMs: 5_000 });
  await expect(strange).rejects.toMatchObject({ code: 'server_unknown', errors: [{ pointer: '/serverId' }] });
  const { data } = await listGates(ctx, world.scope, { serverId: server.id }, ALL);
  expect(data).toHaveLength(3);
  expect((await listGates(ctx, ctx.theirs, {}, ALL)).data).toEqual([]);
  await expect(getGate(ctx, ctx.theirs, data[0]?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  await pauseServer(ctx, world.scope, server.id);
  await expect(open()).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('paused') });
});

it('many places are not taken by many who ask at the same time', async () => {
  world = await watchWorld(['eu']);
  const opened = await Promise.allSettled(Array.from({ length: 6 }, () => open()));
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

it('fails with the reason when the server is paused meanwhile', async () => {
  world = await watchWorld(['eu']);
  const { id } = await open();
  await answer({ eu: {} });
  await pauseServer(world.ctx, world.scope, world.server.id);
  await pause();
  await turnGates(world.ctx);
  expect(await look(id)).toMatchObject({ goodRounds: 0, unmet: [{ sentence: expect.stringContaining('paused') }] });
  world.clock.advance(60 * SECOND_MS);
  await turnGates(world.ctx);
  expect(await look(id)).toMatchObject({ state: 'failed', summary: expect.stringContaining('paused') });
});

it('is forgotten after 90 days', async () => {
  world = await watchWorld(['eu']);
  const { id } = await open({ timeoutMs: 5 * SECOND_MS });
  await pause(5 * SECOND_MS);
  expect(await look(id)).toMatchObject({ state: 'failed' });
  for (const [days, left] of [
    [89, 1],
    [2, 0],
  ] as const) {
    world.clock.advance(days * 86_400_000);
    await keepHouse(world.ctx);
    expect((await listGates(world.ctx, world.scope, {}, ALL)).data).toHaveLength(left);
  }
});
