import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAN_FILL_DISKS, fillDisk } from './src/faults/full-disk.ts';
import { CAST } from './src/faults/live-through.ts';
import { survive } from './src/faults/survive.ts';
import { startWorld, type World } from './src/faults/world.ts';

const FAULTS = 3;
let world: World;

beforeAll(async () => {
  world = await startWorld({ servers: FAULTS * CAST });
}, 180_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([0, 0, 0, 0, 0, 0]);
}, 60_000);

test('Redis forgets everything', { timeout: 240_000 }, async () => {
  await survive('Redis flushed', world, {
    lasts: 5_000,
    async strike(hit) {
      await world.redis.flush();
      hit();
    },
    // The ticks come back after ten seconds.
    explains: (_, ms) => ms > -4_000 && ms < 12_000,
  });
});

test('Redis is killed and comes back empty', { timeout: 240_000 }, async () => {
  await survive('Redis killed, back empty after 5 s', world, {
    lasts: 5_000,
    async strike(hit) {
      world.redis.kill();
      hit();
      await sleep(5_000);
      await world.redis.start();
    },
    explains: (_, ms) => ms > -4_000 && ms < 17_000,
  });
});

test('PostgreSQL is away for more than four intervals, and the disk of one prober is full', {
  timeout: 240_000,
}, async () => {
  const prober = world.probers['ap-south'];
  const account = await survive('PostgreSQL stopped hard for 45 s, the disk of ap-south full', world, {
    lasts: 45_000,
    async strike(hit) {
      if (CAN_FILL_DISKS) fillDisk(prober.pid(), true);
      hit();
      await world.postgres.stopHard();
      await sleep(45_000);
      await world.postgres.start();
      if (CAN_FILL_DISKS) fillDisk(prober.pid(), false);
    },
    // Before a prober knows that it is alone, and what found no place on the disk.
    explains: (region, ms) => ms > -4_000 && ms < (CAN_FILL_DISKS && region === 'ap-south' ? 52_000 : 22_000),
  });
  const dropped = /^alivemcp_results_dropped_total\{region="ap-south"\} (\d+)$/m.exec(await prober.metrics());
  const lost = account.lost.filter(({ isRecorded }) => !isRecorded).length;
  if (CAN_FILL_DISKS) expect(lost).toBeGreaterThan(0);
  expect(Number(dropped?.[1] ?? 0)).toBeGreaterThanOrEqual(lost);
});
