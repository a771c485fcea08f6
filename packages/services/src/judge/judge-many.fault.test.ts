import { openDatabase, schema } from '@alivemcp/db';
import { afterEach, expect, test } from 'vitest';
import { type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { judgeOne } from './judge-many.ts';

const JUDGES = 50;
const POOLS = 5;
const REGIONS = ['a', 'b', 'c'];

let world: WatchWorld;
afterEach(() => world.end());

/** What all regions have just seen stands there, and nobody has judged it. */
async function allSaw(outcome: 'up' | 'down'): Promise<void> {
  world.clock.advance(60_000);
  const now = new Date(world.clock.now());
  const failed = outcome === 'down' ? 'tcp.refused' : null;
  await world.ctx.database.db
    .update(schema.serverRegion)
    .set({ outcome, class: failed, summary: failed, checkedAt: now, runSince: now, runLength: 1 });
}

/** As many judges as there are connections begin a transaction each, and judge the server at once. Returns how many changed it. */
async function judgeAtOnce(): Promise<number> {
  const { ctx, scope, server } = world;
  const target = { workspaceId: scope.workspaceId, serverId: server.id };
  const pools = Array.from({ length: POOLS }, () => openDatabase(ctx.databaseUrl, { max: JUDGES / POOLS }));
  const allBegun = Promise.withResolvers<void>();
  let begun = 0;
  try {
    const judged = Array.from({ length: JUDGES }, (_, i) =>
      pools[i % POOLS]?.transaction(async (tx) => {
        await tx.execute('select 1');
        if (++begun === JUDGES) allBegun.resolve();
        await allBegun.promise;
        return judgeOne(tx, ctx, target, null);
      }),
    );
    return (await Promise.all(judged)).filter(Boolean).length;
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

test('fifty judges at once make one transition, one incident and what one transition tells', async () => {
  world = await watchWorld(REGIONS, { sensitivity: 'fast' });
  const { ctx } = world;
  for (const region of REGIONS) await world.see(region, {}, 'first');
  const told = async () => (await world.events()).map((event) => event.type).toSorted();
  const delivered = async () => (await ctx.rows('select distinct event_id, channel_id from delivery')).length;

  await allSaw('down');
  expect(await judgeAtOnce()).toBe(1);
  expect(await ctx.rows('select kind, state from incident')).toEqual([{ kind: 'down', state: 'investigating' }]);
  expect(await told()).toEqual(['incident.opened', 'server.down']);
  expect(await delivered()).toBe(2);

  await ctx.database.db.update(schema.delivery).set({ state: 'delivered' });
  await allSaw('up');
  expect(await judgeAtOnce()).toBe(1);
  expect(await ctx.rows('select kind, state from incident')).toEqual([{ kind: 'down', state: 'resolved' }]);
  expect(await told()).toEqual(['incident.opened', 'incident.resolved', 'server.down', 'server.recovered']);
  expect(await ctx.rows('select sequence, from_status, to_status from transition order by sequence')).toEqual([
    { sequence: 1, from_status: 'pending', to_status: 'up' },
    { sequence: 2, from_status: 'up', to_status: 'down' },
    { sequence: 3, from_status: 'down', to_status: 'up' },
  ]);
});
