import { eventSchema, MAX_EVENT_BYTES } from '@alivemcp/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteServer } from '../server/delete-server.ts';
import { updateServer } from '../server/update-server.ts';
import { muteServer } from './mute-server.ts';
import { tellDigests } from './tell-digests.ts';
import { MINUTE, type RulesWorld, rulesWorld } from './testing/rules-world.ts';

let world: RulesWorld;
let channel: string;
let servers: string[];
beforeEach(async () => {
  world = await rulesWorld();
  channel = await world.channel();
});
afterEach(() => world.end());

const register = async (count: number) => {
  servers = [];
  for (let i = 0; i < count; i++) servers.push(await world.server());
  world.clock.advance(10 * MINUTE);
};
const count = (type: string, id = channel) => world.heard(id).filter((each) => each === type).length;
const named = (type: string) =>
  world.told.flatMap(({ body: { type: said, data } }) =>
    said === type ? (data.servers ?? []).map(({ id }) => id) : [],
  );

test('five are told at once and the rest in one message; PagerDuty and programs get each of them', async () => {
  const pager = await world.channel({ type: 'pagerduty', routingKey: 'x'.repeat(32) } as never);
  const program = await world.channel({ type: 'webhook', url: 'http://hook.test/' } as never);
  await register(12);
  for (const each of servers) await world.down(each);
  await world.turn();
  expect(count('server.down')).toBe(5);
  await world.pass(3);
  expect([count('server.down'), count('servers.down'), count('incident.opened')]).toEqual([5, 1, 0]);
  expect(named('servers.down').toSorted()).toEqual(servers.slice(5).toSorted());
  for (const single of [pager, program])
    expect([count('server.down', single), count('servers.down', single)]).toEqual([12, 0]);
  const digest = world.told.find(({ body }) => body.type === 'servers.down')?.body;
  expect(digest?.data).toMatchObject({
    serverCount: 7,
    pages: { servers: 'https://alive.example/servers?status=down' },
  });
  eventSchema('servers.down').parse(digest);

  await world.pass(5);
  await world.up(...servers);
  await world.pass(3);
  expect([count('server.recovered'), count('servers.recovered'), count('incident.resolved')]).toEqual([5, 1, 0]);
  expect(named('servers.recovered').toSorted()).toEqual(servers.slice(5).toSorted());
  expect(count('server.recovered', pager)).toBe(12);
  expect((await world.log()).filter((line) => line.includes('pending'))).toEqual([]);
});

test('a server that was told in a digest comes back in one, also alone and before the digest was made', async () => {
  await register(8);
  await world.down(...servers);
  await world.turn();
  world.clock.advance(MINUTE);
  await world.up(servers[7] ?? '');
  await world.pass(4);
  expect(named('servers.down').toSorted()).toEqual(servers.slice(5).toSorted());
  expect(named('servers.recovered')).toEqual([servers[7]]);
  expect(world.told.findIndex(({ body }) => body.type === 'servers.down')).toBeLessThan(
    world.told.findIndex(({ body }) => body.type === 'servers.recovered'),
  );
  await world.up(servers[6] ?? '');
  await world.pass(4);
  expect(named('servers.recovered')).toEqual([servers[7], servers[6]]);
  expect(count('server.recovered')).toBe(0);
});

test('escalations of a storm become one message of their own, which does not speak of more servers', async () => {
  const boss = await world.channel({ events: ['server.drift'] });
  await world.rules({ escalate: { afterMs: 10 * MINUTE, channelId: boss } });
  await register(8);
  await world.down(...servers);
  await world.pass(15);
  expect(count('incident.escalated', boss)).toBe(5);
  const digests = world.told.filter(({ channelId, body }) => channelId === boss && body.type === 'servers.down');
  expect(digests.map(({ body }) => [body.data.serverCount, body.data.combines])).toEqual([[3, ['incident.escalated']]]);
  expect(count('servers.down')).toBe(1);
});

test('servers that go down one after the other are told one by one', async () => {
  await register(7);
  for (const each of servers) {
    await world.down(each);
    await world.pass(3);
  }
  expect([count('server.down'), count('servers.down')]).toEqual([7, 0]);
});

test('a storm of outages that were short is not told', async () => {
  await world.rules({ afterMs: 5 * MINUTE });
  await register(9);
  await world.down(...servers);
  await world.pass(4);
  await world.up(...servers);
  await world.pass(10);
  expect(world.told).toEqual([]);
});

test('critical servers do not wait for the night to be over', async () => {
  await register(9);
  await world.rules({ quietHours: { from: '00:00', to: '23:00', timeZone: 'UTC', days: ['mon'] } });
  for (const id of servers.slice(6)) await updateServer(world.ctx, world.scope, id, { tags: ['critical'] });
  for (const each of servers) await world.down(each);
  await world.pass(3);
  expect([count('server.down'), named('servers.down').toSorted()]).toEqual([0, servers.slice(6).toSorted()]);
});

test('names without end are cut before the limit, and their number stays true', async () => {
  await register(60);
  await world.ctx.rows(`update server set name = repeat('日', 190) || id`);
  await world.down(...servers);
  await world.pass(3);
  const digest = world.told.find(({ body }) => body.type === 'servers.down')?.body;
  expect(digest?.data.serverCount).toBe(55);
  expect(Buffer.byteLength(JSON.stringify(digest))).toBeLessThanOrEqual(MAX_EVENT_BYTES);
  expect(digest?.data.servers?.length).toBeGreaterThan(10);
});

test('servers that were deleted meanwhile are not told', async () => {
  await register(7);
  await world.down(...servers);
  for (const id of servers) await deleteServer(world.ctx, world.scope, id);
  await world.pass(3);
  expect(count('servers.down')).toBe(0);
  expect((await world.log()).filter((line) => line.startsWith('server.down')).toSorted()).toEqual([
    ...Array(2).fill('server.down cancelled over'),
    ...Array(5).fill('server.down delivered'),
  ]);
});

test('a mute gives up both the beginning and the end that wait for a digest', async () => {
  await register(8);
  await world.down(...servers);
  await world.turn();
  world.clock.advance(MINUTE);
  await world.up(servers[7] ?? '');
  await muteServer(world.ctx, world.scope, servers[7] ?? '', 60 * MINUTE);
  await world.pass(4);
  expect(named('servers.down').toSorted()).toEqual(servers.slice(5, 7).toSorted());
  expect(count('servers.recovered')).toBe(0);
});

test('an engine that dies over a digest leaves it to the next one', async () => {
  await register(9);
  await world.down(...servers);
  world.clock.advance(2 * MINUTE);
  const mend = await world.breakInserts('delivery');
  await expect(tellDigests(world.ctx)).rejects.toThrow();
  await mend();
  await world.turn();
  expect([count('servers.down'), named('servers.down').length]).toEqual([1, 4]);
});

test('any number of engines make one message', async () => {
  await register(9);
  await world.down(...servers);
  world.clock.advance(2 * MINUTE);
  await Promise.all(Array.from({ length: 6 }, () => tellDigests(world.ctx)));
  await world.turn();
  expect(count('servers.down')).toBe(1);
  expect(named('servers.down').toSorted()).toEqual(servers.slice(5).toSorted());
});
