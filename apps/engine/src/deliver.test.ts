import type { DeliveryJob } from '@alivemcp/contracts';
import {
  createChannel,
  getChannel,
  getDelivery,
  rotateChannelSecret,
  tellFailingChannels,
  testChannel,
} from '@alivemcp/services';
import { startWebhookReceiver, type WebhookReceiver } from '@alivemcp/testkit';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver, queueDeliveries } from './deliver.ts';
import { engineWorld } from './testing/engine-world.ts';

let world: Awaited<ReturnType<typeof engineWorld>>;
let receiver: WebhookReceiver;
beforeEach(async () => {
  world = await engineWorld();
  receiver = await startWebhookReceiver();
});
afterEach(async () => {
  await receiver.stop();
  await world.end();
});

const subscribe = () => createChannel(world.services, world.scope, { type: 'webhook', url: receiver.url });
/** Claims what is due and delivers it. Returns how many deliveries that were. */
async function run(): Promise<number> {
  const from = world.added.length;
  await queueDeliveries(world);
  const jobs = world.added.slice(from);
  for (const job of jobs) await deliver(world, job.data as DeliveryJob);
  return jobs.length;
}

test('a failed delivery climbs the ladder until it arrives, under one id', async () => {
  const { id, secret } = await subscribe();
  const delivery = await testChannel(world.services, world.scope, id);
  receiver.answerWith(500, 503, 200);
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  world.clock.advance(6_000);
  expect(await run()).toBe(1);
  world.clock.advance(20_000);
  expect(await run()).toBe(0);
  world.clock.advance(15_000);
  expect(await run()).toBe(1);

  const detail = await getDelivery(world.services, world.scope, delivery.id);
  expect(detail).toMatchObject({ state: 'delivered', attempts: 3 });
  expect(detail.log.map(({ number, status, error }) => [number, status, error])).toEqual([
    [1, 500, 'http.server_error'],
    [2, 503, 'http.unavailable'],
    [3, 200, null],
  ]);
  expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(secret).toMatch(/^whsec_/);
});

test('a job that runs twice sends once', async () => {
  const { id } = await subscribe();
  await testChannel(world.services, world.scope, id);
  await queueDeliveries(world);
  const job = world.added[0]?.data as DeliveryJob;
  await deliver(world, job);
  await deliver(world, job);
  expect(receiver.requests).toHaveLength(1);
});

test('a sender that died is replaced when its lease has run out', async () => {
  const { id } = await subscribe();
  await testChannel(world.services, world.scope, id);
  await queueDeliveries(world);
  world.clock.advance(59_000);
  expect(await run()).toBe(0);
  world.clock.advance(2_000);
  expect(await run()).toBe(1);
  expect(new Set(world.added.map((job) => job.id)).size).toBe(2);
});

test('410 switches the channel off and tells the others', async () => {
  const gone = await subscribe();
  const other = await startWebhookReceiver();
  await createChannel(world.services, world.scope, { type: 'webhook', url: other.url });
  receiver.answerWith(410);
  const { id: deliveryId } = await testChannel(world.services, world.scope, gone.id);
  await run();
  expect(await getChannel(world.services, world.scope, gone.id)).toMatchObject({
    enabled: false,
    disabledReason: expect.stringContaining('410'),
  });
  expect(await getDelivery(world.services, world.scope, deliveryId)).toMatchObject({ state: 'failed' });
  await run();
  expect(JSON.parse(other.requests[0]?.body ?? '{}')).toMatchObject({ type: 'channel.disabled' });
  await other.stop();
});

test('while a rotation overlaps, the old and the new secret verify; a day later only the new', async () => {
  // The independent verifier knows only the true time.
  world.clock.advance(Date.now() - 90_000_000 - world.clock.now());
  const { id, secret = '' } = await subscribe();
  world.clock.advance(90_000_000);
  const rotated = await rotateChannelSecret(world.services, world.scope, id);
  await testChannel(world.services, world.scope, id);
  await run();
  const verify = (key: string, at: number) => {
    const request = receiver.requests[at];
    return new Webhook(key).verify(request?.body ?? '', request?.headers as Record<string, string>);
  };
  expect(verify(secret, 0)).toMatchObject({ type: 'channel.test' });
  expect(verify(rotated.secret, 0)).toMatchObject({ type: 'channel.test' });

  world.clock.advance(86_400_001);
  await testChannel(world.services, world.scope, id);
  await run();
  const tooNew = (key: string) => () => verify(key, 1);
  expect(receiver.requests[1]?.headers['webhook-signature']).not.toContain(' ');
  expect(tooNew(rotated.secret)).toThrow(/timestamp/i);
});

const DAY_MS = 86_400_000;
const failing = () => getChannel(world.services, world.scope, channelId);
let channelId: string;

/** A test every twelve hours that fails, for so many days. */
async function failFor(days: number): Promise<void> {
  for (let hour = 0; hour < days * 24; hour += 12) {
    await testChannel(world.services, world.scope, channelId);
    while ((await run()) > 0);
    world.clock.advance(DAY_MS / 2);
  }
}
/** What the owners are told, at the present moment. */
async function words(): Promise<string[]> {
  const told: string[] = [];
  await tellFailingChannels(world.services, async ({ owners, disabledReason }) => {
    told.push(`${owners} ${disabledReason ?? 'still on'}`);
  });
  return told;
}

test('a channel that fails for five days is switched off; its owner hears of it after one and after three', async () => {
  channelId = (await subscribe()).id;
  const other = await startWebhookReceiver();
  await createChannel(world.services, world.scope, {
    type: 'webhook',
    url: other.url,
    events: ['channel.disabled'],
  });
  receiver.answerWith(500);
  await failFor(0.5);
  expect(await words()).toEqual([]);
  await failFor(1);
  expect(await failing()).toMatchObject({ enabled: true, failingSince: expect.any(String) });
  expect(await words()).toEqual(['owner@example.com still on']);
  expect(await words()).toEqual([]);
  await failFor(2);
  expect(await words()).toEqual(['owner@example.com still on']);
  await failFor(1);
  expect(await words()).toEqual([]);
  await failFor(1);
  expect(await failing()).toMatchObject({ enabled: false, disabledReason: expect.stringContaining('five days') });
  expect(await words()).toEqual(['owner@example.com Every delivery has failed for five days.']);
  expect(other.requests.map(({ body }) => JSON.parse(body).type)).toEqual(['channel.disabled']);
  await other.stop();
});

test('one success begins the count anew, and so does a pause in which nobody tried', async () => {
  channelId = (await subscribe()).id;
  receiver.answerWith(500);
  await failFor(4);
  receiver.answerWith(200);
  await testChannel(world.services, world.scope, channelId);
  while ((await run()) > 0);
  expect(await failing()).toMatchObject({ enabled: true, failingSince: null });
  receiver.answerWith(500);
  await failFor(1);
  world.clock.advance(4 * DAY_MS);
  await failFor(0.5);
  expect(await failing()).toMatchObject({ enabled: true });
  expect(await words()).toEqual([]);
});

test('a word to the owners that could not be passed on is tried again', async () => {
  channelId = (await subscribe()).id;
  receiver.answerWith(500);
  await failFor(1.5);
  const broken = tellFailingChannels(world.services, () => Promise.reject(new Error('no mail')));
  await expect(broken).rejects.toThrow('no mail');
  expect(await words()).toEqual(['owner@example.com still on']);
});
