import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '@alivemcp/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CAST } from './src/faults/live-through.ts';
import { survive } from './src/faults/survive.ts';
import { startWorld, type World } from './src/faults/world.ts';

const FAULTS = 4;
let world: World;

beforeAll(async () => {
  world = await startWorld({ servers: FAULTS * CAST, stepClockMs: 10 * 60_000 });
}, 180_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([0, 0, 0, 0, 0, 0]);
}, 60_000);

test('a prober is killed in the middle of a batch', { timeout: 240_000 }, async () => {
  const [prober, slow] = [world.probers['eu-west'], world.only['eu-west']];
  await survive('prober killed', world, {
    lasts: 6_000,
    async strike(hit) {
      const before = slow.requests();
      await waitFor(() => slow.requests() > before, {
        what: 'a batch with a slow server',
        timeoutMs: 15_000,
        everyMs: 5,
      });
      await prober.kill();
      hit();
      await sleep(2_000);
      await prober.start();
    },
    // What was under way, and what was due before it ran again.
    explains: (region, ms) => region === 'eu-west' && ms > -4_000 && ms < 12_000,
  });
});

test('an engine is killed in the middle of its ticks', { timeout: 240_000 }, async () => {
  const [engine] = world.engines;
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'alivemcp'`;
  await survive('engine killed', world, {
    lasts: 6_000,
    async strike(hit) {
      const release = await world.postgres.hold('server_region');
      await waitFor(async () => (await world.postgres.query(waiting)).length >= 6, {
        what: 'ticks that wait',
        everyMs: 20,
      });
      await engine?.kill();
      hit();
      await release();
      await sleep(2_000);
      await engine?.start();
    },
    explains: (_, ms) => ms > -4_000 && ms < 2_000,
  });
});

test('a prober sleeps for four intervals', { timeout: 240_000 }, async () => {
  const prober = world.probers['us-east'];
  await survive('prober asleep for 40 s', world, {
    lasts: 40_000,
    async strike(hit) {
      prober.signal('SIGSTOP');
      hit();
      await sleep(40_000);
      prober.signal('SIGCONT');
    },
    explains: (region, ms) => region === 'us-east' && ms > -4_000 && ms < 48_000,
  });
});

test('the clock of a prober jumps ahead and back', { timeout: 240_000 }, async () => {
  const prober = world.probers['ap-south'];
  await survive('clock ten minutes ahead for 20 s', world, {
    lasts: 20_000,
    async strike(hit) {
      prober.signal('SIGUSR2');
      hit();
      await sleep(20_000);
      prober.signal('SIGUSR2');
    },
    explains: (region, ms) => region === 'ap-south' && ms > -4_000 && ms < 30_000,
  });
});
