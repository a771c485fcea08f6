import { afterEach, describe, expect, test } from 'vitest';
import { getServer } from '../server/get-server.ts';
import { type Saw, type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { settleFlapping } from './settle-flapping.ts';

const MINUTE = 60_000;
const DOWN: Saw = { class: 'tcp.refused' };
let world: WatchWorld;
afterEach(() => world.end());

const told = async () => (await world.events()).map((event) => event.type);
const delivered = async () => {
  const rows = await world.ctx.rows(`select e.type from delivery d join event e on e.id = d.event_id order by e.id`);
  return rows.map((row) => row.type);
};
const minutes = async (...saws: Saw[]) => {
  for (const saw of saws) {
    world.clock.advance(MINUTE);
    await world.see('local', saw);
  }
};

describe('a flapping server', () => {
  /** Down at its first failing probe, up at its first good one. */
  const flap = (times: number) => minutes(...Array.from({ length: times }, (_, i) => (i % 2 === 0 ? DOWN : {})));
  const settle = async () => {
    world.clock.advance(30 * MINUTE);
    await settleFlapping(world.ctx);
  };

  test('is told once, and then again when it has settled', async () => {
    world = await watchWorld(['local'], { sensitivity: 'fast' });
    await world.see('local', {}, 'first');
    await flap(20);
    const said = (await delivered()) as string[];
    expect(said.filter((type) => type === 'server.flapping')).toHaveLength(1);
    expect(said.filter((type) => type === 'server.down').length).toBeLessThanOrEqual(2);
    expect((await told()).filter((type) => type === 'server.down')).toHaveLength(10);
    expect((await getServer(world.ctx, world.scope, world.server.id)).flappingSince).not.toBeNull();

    await settleFlapping(world.ctx);
    expect(await delivered()).toHaveLength(said.length);
    await settle();
    expect((await delivered()).at(-1)).toBe('server.recovered');
    expect((await getServer(world.ctx, world.scope, world.server.id)).flappingSince).toBeNull();
    expect(await settleFlapping(world.ctx)).toBe(0);
  });

  test('that settles down is told down, with its incident', async () => {
    world = await watchWorld(['local'], { sensitivity: 'fast' });
    await world.see('local', {}, 'first');
    await flap(9);
    await settle();
    const event = (await world.events()).at(-1);
    expect(event).toMatchObject({ type: 'server.down', data: { incident: { state: 'investigating' } } });
    expect((await delivered()).at(-1)).toBe('server.down');
    await minutes({});
    expect((await delivered()).slice(-2).sort()).toEqual(['incident.resolved', 'server.recovered']);
  });

  test('whoever heard of an outage before hears of its end', async () => {
    world = await watchWorld(['local'], { sensitivity: 'fast' });
    await world.see('local', {}, 'first');
    await flap(4);
    const said = (await delivered()) as string[];
    const count = (type: string) => said.filter((one) => one === type).length;
    expect(count('server.recovered')).toBe(count('server.down'));
  });
});

describe('the latency budget', () => {
  const slow: Saw = { latencyMs: 2500 };

  test('three slow probes in five minutes are degraded, quick ones end it', async () => {
    world = await watchWorld(['local']);
    await world.see('local', {}, 'first');
    await minutes({}, {}, {}, slow, slow);
    expect((await world.state()).status).toBe('up');
    await minutes(slow);
    world.clock.advance(500);
    await world.see('local', slow, 'confirm');
    expect(await world.state()).toMatchObject({ status: 'degraded', class: 'latency.over_budget' });
    expect(await told()).toEqual(expect.arrayContaining(['server.degraded', 'latency.breached', 'incident.opened']));
    await minutes({}, {}, {}, {}, {}, {});
    expect((await world.state()).status).toBe('up');
    expect((await world.see('local', {})).judged).toBe(0);
  });

  test('is the owner\u2019s: what is slow for one is well for another', async () => {
    world = await watchWorld(['local'], { latencyBudgetMs: 3000 });
    await world.see('local', {}, 'first');
    await minutes(slow, slow, slow, slow);
    expect(await told()).toEqual([]);
    expect((await world.see('local', slow)).judged).toBe(0);
  });

  test('one slow probe among quick ones is nothing', async () => {
    world = await watchWorld(['local']);
    await world.see('local', {}, 'first');
    await minutes({}, slow, {}, {}, slow, {});
    expect((await world.state()).status).toBe('up');
  });
});
