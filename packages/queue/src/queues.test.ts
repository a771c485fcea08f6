import type { ProbeBatchJob } from '@alivemcp/contracts';
import { createTestDatabase, startRedis, waitFor } from '@alivemcp/testkit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueueStore } from './backend.ts';
import { openQueues, type Queues } from './queues.ts';

/** The same contract on both stores. */
const STORES: Record<QueueStore['kind'], () => Promise<{ store: QueueStore; end(): Promise<void> }>> = {
  async redis() {
    const redis = await startRedis();
    return { store: { kind: 'redis', url: redis.url }, end: redis.stop };
  },
  async postgres() {
    const database = await createTestDatabase();
    return { store: { kind: 'postgres', url: database.url }, end: database.drop };
  },
};

const batch = (serverId: string): ProbeBatchJob => ({
  region: 'local',
  dueAt: 1_700_000_000_000,
  reason: 'scheduled',
  targets: [{ workspaceId: 'w', serverId }],
});
const rethrow = (error: Error) => {
  throw error;
};

describe.each(Object.keys(STORES) as QueueStore['kind'][])('queues on %s', (kind) => {
  let world: Awaited<ReturnType<(typeof STORES)[typeof kind]>>;
  let queues: Queues;

  beforeEach(async () => {
    world = await STORES[kind]();
    queues = openQueues(world.store, rethrow);
    await queues.prepare();
  });
  afterEach(async () => {
    await queues.close();
    await world.end();
  });

  test('a job added twice under one id runs once, also after it is done', async () => {
    const seen: string[] = [];
    queues.onProbeBatch('local', async ({ targets }) => void seen.push(targets[0]?.serverId ?? ''), 1);
    const job = { id: 'local-1-1700000000000-0', data: batch('a') };
    await queues.addProbeBatches('local', [job, job]);
    await waitFor(() => seen.length > 0, { what: 'the first run' });
    await queues.addProbeBatches('local', [job, { id: 'last', data: batch('b') }]);
    await waitFor(() => seen.includes('b'), { what: 'the job behind the double' });
    expect(seen).toEqual(['a', 'b']);
  });

  test('regions have queues of their own', async () => {
    const seen: string[] = [];
    queues.onProbeBatch('eu-west', async ({ region }) => void seen.push(region), 1);
    await queues.addProbeBatches('us-east', [{ id: 'us', data: { ...batch('a'), region: 'us-east' } }]);
    await queues.addProbeBatches('eu-west', [{ id: 'eu', data: { ...batch('a'), region: 'eu-west' } }]);
    await waitFor(() => seen.length > 0, { what: 'the batch of eu-west' });
    expect(seen).toEqual(['eu-west']);
  });

  test('a payload that is none of ours never reaches a handler', async () => {
    let calls = 0;
    queues.onDelivery(async () => void calls++, 1);
    const good = { workspaceId: 'w', deliveryId: 'd', attempt: 1 };
    await queues.addDeliveries([
      { id: 'bad', data: { ...good, attempt: 0 } },
      { id: 'good', data: good },
    ]);
    await waitFor(() => calls > 0, { what: 'the good delivery' });
    expect(calls).toBe(1);
  });

  test('every second of the minute ticks once, however many engines schedule and work', async () => {
    const second = openQueues(world.store, rethrow);
    const seen: { slot: number; dueAt: number }[] = [];
    await Promise.all([queues.ensureTicks(['local']), second.ensureTicks(['local'])]);
    const startedAt = Date.now();
    for (const engine of [queues, second]) {
      engine.onTick(async ({ slot }, dueAt) => void seen.push({ slot, dueAt }), 4);
    }
    const inTime = () => seen.filter(({ dueAt }) => dueAt >= startedAt);
    await waitFor(() => inTime().length >= 4, { what: 'four ticks', timeoutMs: 15_000 });
    await second.close();
    expect(new Set(inTime().map(({ dueAt }) => dueAt)).size).toBe(inTime().length);
    for (const { slot, dueAt } of seen) expect((dueAt / 1000) % 60).toBe(slot);
  });
});
