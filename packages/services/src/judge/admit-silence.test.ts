import { afterEach, expect, test } from 'vitest';
import { reportProber } from '../dispatch/report-prober.ts';
import { type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { judgeSilentServers } from './judge-silent-servers.ts';

const MINUTE = 60_000;
let world: WatchWorld;
afterEach(() => world.end());

const log = async () => {
  const rows = await world.ctx.rows(
    `select to_status, extract(epoch from at - (select created_at from server)) / 60 as minute from transition order by sequence`,
  );
  return rows.map((row) => [row.to_status, Math.round(Number(row.minute) * 10) / 10]);
};
const after = async (minutes: number, ...regions: string[]) => {
  world.clock.advance(minutes * MINUTE);
  for (const region of regions) await world.see(region, {});
};

test('a stretch that nobody watched is unknown, though it was over before anybody could say so', async () => {
  world = await watchWorld(['eu', 'us']);
  await after(0, 'eu', 'us');
  await after(1, 'eu', 'us');
  await after(60, 'eu');
  await after(0.1, 'us');
  await after(1, 'eu', 'us');
  expect(await log()).toEqual([
    ['up', 0],
    ['unknown', 3.5],
    ['up', 61],
  ]);
  // It is history: nobody is woken for it.
  expect((await world.events()).map(({ type }) => type)).toEqual([]);
});

test('a region that was away alone changes nothing', async () => {
  world = await watchWorld(['eu', 'us', 'ap']);
  await after(0, 'eu', 'us', 'ap');
  for (let i = 0; i < 5; i++) await after(1, 'us', 'ap');
  await after(1, 'eu');
  await after(0.1, 'us', 'ap');
  expect(await log()).toEqual([['up', 0]]);
});

test('what was judged while it lasted is not judged again', async () => {
  world = await watchWorld(['eu']);
  await after(0, 'eu');
  await after(10);
  await judgeSilentServers(world.ctx);
  await after(10, 'eu');
  expect(await log()).toEqual([
    ['up', 0],
    ['unknown', 2.5],
    ['up', 20],
  ]);
});

test('a region whose results wait on the disk of its prober is not silent', async () => {
  world = await watchWorld(['eu']);
  await after(0, 'eu');
  await after(10);
  const health = { doubt: null, onItsOwn: true, waiting: 7, waitingSince: 1, dropped: 0, ended: false };
  const report = (waiting: number) =>
    reportProber(world.ctx, { id: 'one', region: 'eu', version: '1', startedAt: 0, health: { ...health, waiting } });
  await report(7);
  expect(await judgeSilentServers(world.ctx)).toBe(0);
  await report(0);
  expect(await judgeSilentServers(world.ctx)).toBe(1);
});

test('an outage before the silence and one after it are told as what they are', async () => {
  world = await watchWorld(['eu'], { sensitivity: 'fast' });
  await after(0, 'eu');
  world.clock.advance(MINUTE);
  await world.see('eu', { class: 'tcp.refused' });
  world.clock.advance(60 * MINUTE);
  await world.see('eu', { class: 'tcp.refused' });
  expect(await log()).toEqual([
    ['up', 0],
    ['down', 1],
    ['unknown', 3.5],
    ['down', 61],
  ]);
});
