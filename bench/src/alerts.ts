import { setTimeout as wait } from 'node:timers/promises';
import { startEngine } from '@alivemcp/engine';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import { openQueues, type QueueStore } from '@alivemcp/queue';
import { createChannel, deleteChannel, listChannels, recordBatch, testChannel } from '@alivemcp/services';
import { createLogger, createMetrics } from '@alivemcp/telemetry';
import { startPrivateRedis } from '@alivemcp/testkit';
import { Agent, request } from 'undici';
import { type Child, runChild } from './child.ts';
import { measure, middle } from './load.ts';
import { bad, good } from './pretended-probes.ts';
import { startProduct, type Target } from './product.ts';
import { median, type Row } from './result.ts';

const DELIVERIES = 1_000;
const RUNS = 3;
const SAMPLES = 200;
const WARM_UP = 20;
/** To so many channels the deliveries of a round go. */
const SHAPES = [1, 10];

/** `webhook-id` and when it came, epoch ms. */
type Arrivals = [id: string, at: number][];
type Product = Awaited<ReturnType<typeof startProduct>>;

/** Alerts of one engine to a receiver in another process: how many a second, and how long after the change was committed. */
export async function benchAlerts(): Promise<Row[]> {
  const redis = await startPrivateRedis();
  const receiver = await runChild('./alert-receiver.ts');
  const product = await startProduct(2 * (SAMPLES + WARM_UP));
  try {
    const stores: [string, QueueStore][] = [
      ['Redis', { kind: 'redis', url: redis.url }],
      ['PostgreSQL', { kind: 'postgres', url: product.databaseUrl }],
    ];
    const bare = await bareRate(receiver.url);
    const rows: Row[] = [row('bare undici, fresh, 50 at a time', bare, 'requests/s', null)];
    for (const [i, [name, store]] of stores.entries()) {
      for (const channels of SHAPES) {
        const rate = await rateOf(product, receiver, store, channels);
        rows.push(
          row(
            `queue on ${name}, ${channels === 1 ? 'one channel' : `${channels} channels`}`,
            rate,
            'deliveries/s',
            rate / bare,
          ),
        );
      }
      const { p50, p95 } = await delayOf(product, receiver, store, targetsOf(product, i));
      rows.push(row(`queue on ${name}, committed to received, p50`, p50, 'ms', null));
      rows.push(row(`queue on ${name}, committed to received, p95`, p95, 'ms', null));
    }
    return rows;
  } finally {
    await product.stop();
    await receiver.stop();
    await redis.stop();
  }
}

/** Each server is used once: one that changes often is said to flap, and its alerts are held. */
const targetsOf = ({ targets }: Product, store: number): Target[] =>
  targets.slice(store * (SAMPLES + WARM_UP), (store + 1) * (SAMPLES + WARM_UP));

const row = (name: string, figure: number, unit: string, ratio: number | null): Row => ({
  group: 'alerts',
  name,
  figure,
  unit,
  ratio,
});

async function bareRate(url: string): Promise<number> {
  const body = 'x'.repeat(1_500);
  const once = async () => {
    const dispatcher = new Agent();
    const answer = await request(url, { method: 'POST', body, dispatcher });
    await answer.body.dump();
    await dispatcher.destroy();
  };
  await measure(once, 500);
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await measure(once, 2_000));
  await fetch(url);
  return middle(runs).perSecond;
}

/** Makes deliveries while no engine runs, then measures from the first message to the last. */
async function rateOf(product: Product, receiver: Child, store: QueueStore, channels: number): Promise<number> {
  const { services } = product;
  const scope = scopeOf(product);
  const ids = await subscribe(product, receiver.url, channels);
  const rates: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const one = (i: number) => testChannel(services, scope, ids[i % channels] ?? '');
    for (let i = 0; i < DELIVERIES; i += 10) await Promise.all(Array.from({ length: 10 }, (_, j) => one(i + j)));
    const engine = await engineOf(product, store);
    const times = (await allOf(receiver.url, DELIVERIES)).map(([, at]) => at);
    await engine.close();
    // The first round is the warm-up.
    if (run > 0) rates.push(((times.length - 1) * 1_000) / (Math.max(...times) - Math.min(...times)));
  }
  return median(rates);
}

/** One server after the other goes down, and the engine has nothing else to do. */
async function delayOf(product: Product, receiver: Child, store: QueueStore, targets: Target[]) {
  const { services } = product;
  await subscribe(product, receiver.url, 1);
  await see(services, targets, good);
  const engine = await engineOf(product, store);
  const delays: number[] = [];
  for (const target of targets) {
    // Two in a row are believed.
    await see(services, [target], bad);
    await see(services, [target], bad);
    const committedAt = performance.timeOrigin + performance.now();
    const [came] = await allOf(receiver.url, 1);
    delays.push((came?.[1] ?? Number.NaN) - committedAt);
    // Out of step with the sweep of every second.
    await wait(37);
  }
  await engine.close();
  const sorted = delays.slice(WARM_UP).toSorted((a, b) => a - b);
  const at = (share: number) => Math.max(0, sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95) };
}

async function see(services: Product['services'], targets: Target[], seen: typeof good): Promise<void> {
  const at = Date.now();
  for (let i = 0; i < targets.length; i += 100)
    await recordBatch(
      services,
      'local',
      targets.slice(i, i + 100).map((target) => seen(target, at)),
    );
}

const scopeOf = ({ targets }: Product) => ({ workspaceId: targets[0]?.workspaceId ?? '', actor: 'system' });

/** The workspace has so many channels and no others. Returns their ids. */
async function subscribe(product: Product, url: string, channels: number): Promise<string[]> {
  const { services } = product;
  const scope = scopeOf(product);
  const { data } = await listChannels(services, scope, { limit: 100 });
  for (const { id } of data) await deleteChannel(services, scope, id);
  const ids: string[] = [];
  for (let i = 0; i < channels; i++)
    ids.push(
      (await createChannel(services, scope, { type: 'webhook', url, events: ['server.down', 'channel.test'] })).id,
    );
  return ids;
}

async function engineOf({ services }: Product, store: QueueStore) {
  const queues = openQueues(store, () => {});
  await queues.prepare();
  const { allow } = parseEgressAllow('127.0.0.1/32');
  const log = createLogger({ name: 'bench', level: 'silent' });
  const engine = await startEngine({ services, queues, guard: createGuard({ allow }), log, metrics: createMetrics() });
  return {
    close: async () => {
      await engine.close();
      await queues.close();
    },
  };
}

async function allOf(url: string, count: number): Promise<Arrivals> {
  const came: Arrivals = [];
  for (let tries = 0; came.length < count; tries++) {
    if (tries > 10_000) throw new Error(`${came.length} of ${count} messages came`);
    came.push(...((await (await fetch(url)).json()) as Arrivals));
    if (came.length < count) await wait(count === 1 ? 2 : 50);
  }
  return came;
}
