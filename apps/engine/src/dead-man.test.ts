import { createServerBody, type DeliveryJob, type ProbeBatchJob } from '@alivemcp/contracts';
import { createChannel, recordBatch, registerServer, testChannel } from '@alivemcp/services';
import { createLogger } from '@alivemcp/telemetry';
import { probed, startWebhookReceiver, type WebhookReceiver } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pingDeadMan } from './dead-man.ts';
import { deliver, queueDeliveries } from './deliver.ts';
import { dispatchTick } from './dispatch.ts';
import { engineWorld } from './testing/engine-world.ts';

const REGIONS = ['eu', 'us'];
let world: Awaited<ReturnType<typeof engineWorld>>;
let receiver: WebhookReceiver;
let lines: string[];
beforeEach(async () => {
  world = await engineWorld(REGIONS);
  receiver = await startWebhookReceiver();
  lines = [];
  const body = createServerBody.parse({ url: 'http://127.0.0.1:20001/mcp', intervalMs: 10_000 });
  await registerServer(world.services, world.scope, body);
});
afterEach(async () => {
  await receiver.stop();
  await world.end();
});

/** A minute of work: all ticks of these regions, and the results of what was due in those. */
async function minute({ ticking = REGIONS, recording = REGIONS } = {}): Promise<void> {
  const startMs = world.clock.now();
  for (let slot = 0; slot < 60; slot++) {
    const dueAt = startMs + slot * 1_000;
    for (const region of ticking) await dispatchTick(world, { region, slot }, dueAt);
    world.clock.advance(1_000);
    for (const { data } of world.added.splice(0)) await record(data as ProbeBatchJob, recording);
  }
}
async function record({ region, dueAt, reason, targets }: ProbeBatchJob, recording: string[]): Promise<void> {
  if (!recording.includes(region)) return;
  const rest = { reason, requestId: null, toolList: null, surface: null, alternate: null, suspect: false };
  const result = probed({ startedAt: dueAt });
  const probes = targets.map((target) => ({ ...rest, ...target, requestId: null, scheduledAt: dueAt, result }));
  await recordBatch(world.services, region, probes);
}
/** Pings, if it does. Returns how many pings have come in all. */
async function ping(): Promise<number> {
  const log = createLogger({ name: 'test', level: 'info', stream: { write: (line) => void lines.push(line) } });
  await pingDeadMan({ ...world, log }, receiver.url);
  return receiver.requests.length;
}
const metrics = async () =>
  (await world.metrics.render()).split('\n').filter((line) => /chain_faults|dead_man/.test(line));

test('is pinged while all works', async () => {
  expect(await ping()).toBe(0);
  for (let i = 0; i < 3; i++) await minute();
  expect(await ping()).toBe(1);
  expect(receiver.requests[0]).toMatchObject({ method: 'GET', body: '' });
  expect(await metrics()).toEqual(
    expect.arrayContaining([
      'alivemcp_dead_man_pings_total{result="sent"} 1',
      'alivemcp_dead_man_pings_total{result="withheld"} 1',
      'alivemcp_chain_faults{link="ticks"} 0',
      'alivemcp_chain_faults{link="results"} 0',
      'alivemcp_chain_faults{link="deliveries"} 0',
    ]),
  );
});

test('is not pinged while the clock of one region stands, and says so', async () => {
  for (let i = 0; i < 2; i++) await minute();
  await minute({ ticking: ['eu'] });
  expect(await ping()).toBe(0);
  expect(lines.join()).toMatch(/In region us the clock missed \d+ of 12 ticks of the last minute/);
  expect(lines.join()).not.toContain('In region eu');
  expect(lines.join()).not.toContain(receiver.url);
  expect(await metrics()).toContain('alivemcp_chain_faults{link="ticks"} 1');
  for (let i = 0; i < 3; i++) await minute();
  expect(await ping()).toBe(1);
});

test('is not pinged while nothing is recorded from one region', async () => {
  for (let i = 0; i < 3; i++) await minute({ recording: ['us'] });
  expect(await ping()).toBe(0);
  expect(lines.join()).toContain('In region eu 0 of 6 probes of the minute before were made and recorded.');
});

test('is not pinged while alerts are overdue that nobody tries; a receiver that fails is no reason', async () => {
  const { services, scope } = world;
  const { id } = await createChannel(services, scope, { type: 'webhook', url: 'http://127.0.0.1:1/' });
  await testChannel(services, scope, id);
  await testChannel(services, scope, id);
  for (let i = 0; i < 3; i++) await minute();
  expect(await ping()).toBe(0);
  expect(lines.join()).toContain('Alerts of 1 channel are overdue by more than a minute');

  await queueDeliveries(world);
  for (const { data } of world.added.splice(0)) await deliver(world, data as DeliveryJob);
  expect(await ping()).toBe(1);
});

test('tells of an address that does not take it', async () => {
  for (let i = 0; i < 3; i++) await minute();
  receiver.answerWith(500);
  await ping();
  expect(lines.join()).toContain('did not take the ping');
  expect(await metrics()).toContain('alivemcp_dead_man_pings_total{result="failed"} 1');
});
