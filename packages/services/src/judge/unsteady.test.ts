import { afterEach, expect, test } from 'vitest';
import { type Saw, type WatchWorld, watchWorld } from '../testing/watch-world.ts';

const MINUTE = 60_000;
const REGIONS = ['eu', 'us', 'ap'];
const FAILS: Saw = { class: 'http.server_error' };
let world: WatchWorld;
afterEach(() => world.end());

/** A round a minute: which region fails, of each round; the confirmation that a failure asks for sees the server well. */
const rounds = async (...failing: (string | null)[]) => {
  for (const region of failing) {
    world.clock.advance(MINUTE);
    for (const one of REGIONS) await world.see(one, one === region ? FAILS : {});
  }
};

test('a server that fails here and there, and never for long, is degraded, and up when it has stopped', async () => {
  world = await watchWorld(REGIONS);
  for (const region of REGIONS) await world.see(region, {}, 'first');
  await rounds('eu', 'us');
  expect((await world.state()).status).toBe('up');
  await rounds('ap', 'eu');
  expect(await world.state()).toMatchObject({
    status: 'degraded',
    class: 'http.server_error',
    summary: expect.stringMatching(/^\d of the last \d+ probes failed\.$/),
  });
  await rounds(null, null, null, null, null, null, null);
  expect((await world.state()).status).toBe('up');
  expect((await world.events()).map(({ type }) => type)).toContain('server.degraded');
});

test('one region that fails alone degrades nobody', async () => {
  world = await watchWorld(REGIONS);
  for (const region of REGIONS) await world.see(region, {}, 'first');
  await rounds('eu', 'eu', 'eu', 'eu', 'eu', 'eu');
  expect(await world.state()).toMatchObject({ status: 'up', advisoryRegions: ['eu'] });
});

test('an outage that is over is not held against a server once more', async () => {
  world = await watchWorld(['local'], { sensitivity: 'fast' });
  await world.see('local', {}, 'first');
  const minute = async (saw: Saw) => {
    world.clock.advance(MINUTE);
    await world.see('local', saw);
  };
  for (const saw of [FAILS, FAILS, FAILS, {}, {}]) await minute(saw);
  expect((await world.state()).status).toBe('up');
  await minute(FAILS);
  expect((await world.state()).status).toBe('down');
});
