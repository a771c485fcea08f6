import { RETRY_LADDER_MS } from '@alivemcp/alerts';
import type { DeliveryJob } from '@alivemcp/contracts';
import { openQueues } from '@alivemcp/queue';
import { getDelivery, listDeliveries, replayChannel } from '@alivemcp/services';
import { waitFor } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver, queueDeliveries } from './deliver.ts';
import { faultWorld, forkEngine, startTestEngine } from './testing/fault-world.ts';

// Every test counts: attempts recorded, requests received, different messages among them. Nothing may be missing, and what
// comes twice comes under the same id.

let world: Awaited<ReturnType<typeof faultWorld>>;
beforeEach(async () => {
  world = await faultWorld();
});
afterEach(() => world.end());

const LEASE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Sends all that is due, one job after the other, with nothing between the tables and the receiver. */
async function sendAllDue(): Promise<void> {
  for (;;) {
    const from = world.added.length;
    await queueDeliveries(world);
    const jobs = world.added.slice(from);
    if (jobs.length === 0) return;
    for (const job of jobs) await deliver(world, job.data as DeliveryJob);
  }
}
const allOf = (state: string, count: number) =>
  waitFor(async () => (await world.states())[state] === count, { what: `${count} ${state}`, timeoutMs: 30_000 });

test('receiver down for the whole ladder: nothing is lost, and a replay brings all of it', {
  timeout: 90_000,
}, async () => {
  let isUp = false;
  const url = await world.receiver((request, response) => {
    if (isUp) response.end();
    else request.socket.destroy();
  });
  const channelId = await world.channel(url, 5);
  const since = new Date(world.clock.now()).toISOString();
  for (let hours = 0; hours < 40; hours += 0.5) {
    await sendAllDue();
    world.clock.advance(hours < 1 ? 20_000 : HOUR_MS / 2);
    for (let i = 0; hours < 1 && i < 90; i++) {
      await sendAllDue();
      world.clock.advance(20_000);
    }
  }
  expect(await world.states()).toEqual({ failed: 5 });
  expect(await world.counts()).toEqual({ sent: 45, received: 45, distinct: 5 });
  const [row] = (await listDeliveries(world.services, world.scope, {}, { limit: 1 })).data;
  const { log } = await getDelivery(world.services, world.scope, row?.id ?? '');
  const waits = log.slice(1).map(({ at }, i) => Date.parse(at) - Date.parse(log[i]?.at ?? ''));
  // A step of the clock late at most.
  for (const [i, waitMs] of waits.entries()) {
    const rungMs = RETRY_LADDER_MS[i + 1] ?? Number.NaN;
    expect(waitMs).toBeGreaterThanOrEqual(rungMs * 0.85 - 1_000);
    expect(waitMs).toBeLessThanOrEqual(rungMs * 1.15 + (rungMs < HOUR_MS ? 21_000 : HOUR_MS / 2 + 1_000));
  }

  isUp = true;
  expect(await replayChannel(world.services, world.scope, channelId, since)).toEqual({ count: 5 });
  await sendAllDue();
  expect(await world.states()).toEqual({ delivered: 5 });
  expect(await world.counts()).toEqual({ sent: 50, received: 50, distinct: 5 });
});

test.each<[string, number, Record<string, string>, Record<string, number>, number]>([
  ['a redirect is a failure, and tried again', 302, { location: 'http://127.0.0.1:9/' }, { pending: 2 }, 2],
  ['429 waits as long as it is asked', 429, { 'retry-after': '600' }, { pending: 2 }, 2],
  ['410 ends it for the channel', 410, {}, { failed: 2 }, 1],
])('%s', async (_, status, headers, states, received) => {
  const url = await world.receiver((_request, response) => response.writeHead(status, headers).end());
  await world.channel(url, 2);
  await sendAllDue();
  expect(await world.states()).toEqual(states);
  expect(await world.counts()).toMatchObject({ received, distinct: received });
  world.clock.advance(300_000);
  await sendAllDue();
  expect((await world.counts()).received).toBe(status === 302 ? 4 : received);
});

test('endless bodies: each is left at its limit and counts as received', async () => {
  const url = await world.receiver((_request, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('y'.repeat(16_384)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  await world.channel(url, 5);
  await sendAllDue();
  expect(await world.states()).toEqual({ delivered: 5 });
  expect(await world.counts()).toEqual({ sent: 5, received: 5, distinct: 5 });
});

test('receivers that hang or are slow hold up nobody else', { timeout: 60_000 }, async () => {
  let waiting = 0;
  let isOver = false;
  const hanging = await world.receiver((_request, response) => {
    waiting++;
    if (isOver) response.end();
  });
  const slow = await world.receiver((_request, response) => setTimeout(() => response.end(), 300));
  const good = await world.receiver((_request, response) => response.end());
  // Enough to fill every place, if they could.
  for (let i = 0; i < 5; i++) await world.channel(hanging, 60);
  await world.channel(slow, 20);
  await world.channel(good, 60);
  const engine = await startTestEngine(world.servicesAt(world.clock.now), world.redisUrl);
  await allOf('delivered', 80);
  expect(waiting).toBe(5 * 8);
  const { rows } = await world.services.database.db.execute<{ count: number }>(
    `select count(*)::int as count from delivery where lease_until is not null and state = 'pending'`,
  );
  expect(rows[0]?.count).toBe(5 * 8);
  expect(await world.counts()).toEqual({ sent: 80, received: 120, distinct: 120 });
  isOver = true;
  world.hangUp();
  await engine.close();
});

test('an engine killed between lease and send: another one sends', async () => {
  const url = await world.receiver((_request, response) => response.end());
  await world.channel(url, 8);
  // It has leased and queued them, and is gone.
  await queueDeliveries(world);
  const engine = await startTestEngine(
    world.servicesAt(() => world.clock.now()),
    world.redisUrl,
  );
  await world.wake();
  world.clock.advance(LEASE_MS + 1_000);
  await world.wake();
  await allOf('delivered', 8);
  expect(await world.counts()).toEqual({ sent: 8, received: 8, distinct: 8 });
  await engine.close();
});

test('an engine killed between send and mark: sent again under the same ids', { timeout: 60_000 }, async () => {
  let isKilled = false;
  let came = 0;
  const url = await world.receiver((_request, response) => {
    came++;
    // The request is here, the answer never is: the engine dies first.
    if (isKilled) response.end();
  });
  world.clock.advance(Date.now() - world.clock.now());
  await world.channel(url, 8);
  const child = await forkEngine(world.settings);
  await waitFor(() => came === 8, { what: 'eight requests', timeoutMs: 20_000 });
  await child.kill();
  isKilled = true;
  expect(await world.states()).toEqual({ pending: 8 });

  const engine = await startTestEngine(
    world.servicesAt(() => Date.now() + 2 * LEASE_MS),
    world.redisUrl,
  );
  await allOf('delivered', 8);
  expect(await world.counts()).toEqual({ sent: 8, received: 16, distinct: 8 });
  await engine.close();
});

test('Redis flushed with deliveries waiting: all of them arrive', async () => {
  const url = await world.receiver((_request, response) => response.end());
  for (let i = 0; i < 5; i++) await world.channel(url, 8);
  const queues = openQueues({ kind: 'redis', url: world.redisUrl }, () => {});
  await queueDeliveries({ ...world, queues });
  await queues.close();
  await world.flushRedis();
  world.clock.advance(LEASE_MS + 1_000);
  const engine = await startTestEngine(
    world.servicesAt(() => world.clock.now()),
    world.redisUrl,
  );
  await allOf('delivered', 40);
  expect(await world.counts()).toEqual({ sent: 40, received: 40, distinct: 40 });
  await engine.close();
});

test('two engines: each message once', async () => {
  const url = await world.receiver((_request, response) => response.end());
  for (let i = 0; i < 10; i++) await world.channel(url, 20);
  const engines = await Promise.all(
    [0, 1].map(() => startTestEngine(world.servicesAt(world.clock.now), world.redisUrl)),
  );
  await allOf('delivered', 200);
  expect(await world.counts()).toEqual({ sent: 200, received: 200, distinct: 200 });
  for (const engine of engines) await engine.close();
});

test('a long backlog: no more than eight at a time to one channel, however long it takes', {
  timeout: 60_000,
}, async () => {
  let open = 0;
  let most = 0;
  const url = await world.receiver((_request, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end();
    }, 20);
  });
  await world.channel(url, 300);
  const engine = await startTestEngine(world.servicesAt(world.clock.now), world.redisUrl);
  await allOf('delivered', 300);
  expect(most).toBeLessThanOrEqual(8);
  expect(await world.counts()).toEqual({ sent: 300, received: 300, distinct: 300 });
  await engine.close();
});
