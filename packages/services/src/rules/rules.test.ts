import { type EventType, putRulesBody } from '@alivemcp/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteChannel } from '../channel/delete-channel.ts';
import { getDelivery } from '../delivery/get-delivery.ts';
import { listDeliveries } from '../delivery/list-deliveries.ts';
import { replayDelivery } from '../delivery/replay-delivery.ts';
import { acknowledgeIncident } from '../incident/acknowledge-incident.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { getServer } from '../server/get-server.ts';
import { pauseServer } from '../server/pause-server.ts';
import { ALL } from '../testing/test-context.ts';
import { muteServer, unmuteServer } from './mute-server.ts';
import { putServerRules } from './put-rules.ts';
import { MINUTE, type RulesWorld, rulesWorld } from './testing/rules-world.ts';

const OUTAGE: EventType[] = ['server.down', 'server.recovered', 'server.degraded'];
const at = (time: string) => Date.parse(`2026-11-02T${time}:00Z`);
const NIGHT = { from: '22:00', to: '07:00', timeZone: 'UTC' };

let world: RulesWorld;
let server: string;
let channel: string;
beforeEach(async () => {
  world = await rulesWorld();
  server = await world.server();
  channel = await world.channel({ events: OUTAGE });
});
afterEach(() => world.end());

const openIncident = async () => {
  const { data } = await listIncidents(world.ctx, world.scope, { state: 'open' }, ALL);
  return data[0]?.id ?? '';
};
/** Lets time pass until then, the last two minutes one by one. */
async function until(time: number): Promise<void> {
  const longMs = time - world.clock.now() - 2 * MINUTE;
  for (const part of [0.5, 0.5]) {
    world.clock.advance(Math.floor(longMs * part));
    await world.turn();
  }
  await world.pass(2);
}

test('without rules all is told at once', async () => {
  await world.down(server);
  await world.turn();
  await world.pass(60);
  await world.up(server);
  await world.turn();
  expect(world.heard(channel)).toEqual(['server.down', 'server.recovered']);
});

test('an outage shorter than afterMs is not told, and neither is its end', async () => {
  const all = await world.channel();
  await world.rules({ afterMs: 5 * MINUTE });
  await world.down(server);
  await world.pass(4);
  expect(world.told).toEqual([]);
  expect(await world.log(channel)).toEqual(['server.down pending after']);
  await world.up(server);
  await world.pass(10);
  expect(world.told).toEqual([]);
  expect(await world.log(all)).toEqual(['server.down cancelled too_short']);

  const { data } = await listDeliveries(world.ctx, world.scope, { state: 'cancelled', channelId: channel }, ALL);
  expect(data).toMatchObject([
    { eventType: 'server.down', cancelledFor: 'too_short', nextAttemptAt: null, attempts: 0 },
  ]);
  const cancelled = String(data[0]?.id);
  expect(await getDelivery(world.ctx, world.scope, cancelled)).toMatchObject({ state: 'cancelled', log: [] });
  await expect(replayDelivery(world.ctx, world.scope, cancelled)).rejects.toMatchObject({ code: 'conflict' });
});

test('a longer one is told when it has lasted so long, and so is its end', async () => {
  await world.rules({ afterMs: 5 * MINUTE });
  const began = world.clock.now();
  await world.down(server);
  await world.pass(6);
  expect(world.told.map(({ at: when }) => when - began)).toEqual([5 * MINUTE]);
  await world.up(server);
  await world.turn();
  expect(world.heard(channel)).toEqual(['server.down', 'server.recovered']);
});

test('what was to be told, and was not tried before the end came, is told with it', async () => {
  await world.rules({ afterMs: 5 * MINUTE });
  await world.down(server);
  world.clock.advance(6 * MINUTE);
  await world.up(server);
  await world.turn();
  expect(world.told.map(({ body }) => [body.type, body.data.combines])).toEqual([
    ['server.recovered', ['server.down']],
  ]);
});

test('events go where routes say, what no route names goes everywhere, and a filter of a channel stays', async () => {
  const [ops, all] = [await world.channel(), await world.channel()];
  await world.rules({
    routes: [
      { events: ['server.down'], channelIds: [ops, channel] },
      { events: ['incident.opened'], channelIds: [] },
    ],
  });
  await world.down(server);
  await world.turn();
  expect([ops, all, channel].map(world.heard)).toEqual([['server.down'], [], ['server.down']]);
  await world.pass(1);
  await world.up(server);
  await world.turn();
  expect(world.heard(ops)).toEqual(['server.down', 'server.recovered']);
  expect(world.heard(all)).toEqual([]);

  // Where no channel of a route is left, the route is as if it were not there.
  for (const id of [ops, channel]) await deleteChannel(world.ctx, world.scope, id);
  world.clock.advance(MINUTE);
  await world.down(server);
  await world.turn();
  expect(world.heard(all)).toContain('server.down');
});

test('people are told once of a change, by the event that says most and reaches them; programs get each event', async () => {
  const people = await world.channel();
  const onlyIncidents = await world.channel({ events: ['incident.opened', 'incident.resolved'] });
  const notRouted = await world.channel();
  const program = await world.channel({ type: 'webhook', url: 'http://hook.test/' });
  await world.rules({
    routes: [{ events: ['server.down'], channelIds: [people, onlyIncidents, program] }],
  });
  await world.down(server);
  await world.pass(1);
  await world.up(server);
  await world.turn();
  expect(world.heard(people)).toEqual(['server.down', 'server.recovered']);
  expect(world.heard(onlyIncidents)).toEqual(['incident.opened', 'incident.resolved']);
  expect(world.heard(notRouted)).toEqual(['incident.opened', 'server.recovered']);
  expect(world.heard(program).toSorted()).toEqual([
    'incident.opened',
    'incident.resolved',
    'server.down',
    'server.recovered',
  ]);
});

test('the end is told once by any route, and to who was not told of the beginning as the end of an incident', async () => {
  const people = await world.channel();
  await world.rules({ routes: [{ events: ['server.recovered'], channelIds: [] }] });
  await world.down(server);
  await world.pass(1);
  const late = await world.channel({ events: ['server.recovered', 'incident.resolved'] });
  await world.up(server);
  await world.turn();
  expect(world.heard(people)).toEqual(['server.down', 'server.recovered']);
  expect(world.heard(late)).toEqual(['incident.resolved']);
});

test('a beginning that could not be told is told with the last end that a channel hears, and never after it', async () => {
  const broken = await world.channel();
  const resolved = await world.channel({ events: ['server.down', 'incident.resolved'] });
  await world.down(server);
  await world.turn(() => false);
  world.clock.advance(MINUTE);
  await world.up(server);
  await world.pass(30);
  expect(world.heard(resolved)).toEqual(['incident.resolved']);
  expect(world.told.find(({ channelId }) => channelId === resolved)?.body.data.combines).toEqual(['server.down']);
  expect(world.heard(broken)).toEqual(['server.recovered']);

  await world.down(server);
  await world.turn(() => false);
  await pauseServer(world.ctx, world.scope, server);
  await world.pass(30);
  expect(world.heard(broken)).toEqual(['server.recovered', 'incident.resolved']);
});

test('rules of a server stand in the place of those of the workspace', async () => {
  const other = await world.server();
  await world.rules({ afterMs: 5 * MINUTE });
  await putServerRules(world.ctx, world.scope, server, putRulesBody.parse({}));
  await world.down(server, other);
  await world.turn();
  expect(world.told.map(({ body }) => body.data.server?.id)).toEqual([server]);
});

test('quiet hours hold alerts until they end; what began and ended in them is one message', async () => {
  const critical = await world.server(['critical']);
  await world.rules({ quietHours: { ...NIGHT, days: ['mon'] } });
  await until(at('23:00'));
  const [one, two] = [server, await world.server()];
  await world.down(one, two, critical);
  await world.turn();
  expect(world.told.map(({ body }) => body.data.server?.id)).toEqual([critical]);
  await world.pass(30);
  await world.up(one, critical);
  await world.turn();
  expect(world.heard(channel)).toEqual(['server.down', 'server.recovered']);
  await until(at('23:00') + 8 * 60 * MINUTE + MINUTE);
  expect(world.told.slice(2).map(({ at: when }) => new Date(when).toISOString().slice(11, 16))).toEqual([
    '07:00',
    '07:00',
  ]);
  expect(
    world.told
      .slice(2)
      .map(({ body: { type, data } }) => [type, data.server?.id, data.combines])
      .toSorted(),
  ).toEqual([
    ['server.down', two, undefined],
    ['server.recovered', one, ['server.down']],
  ]);
});

test('what is held in quiet hours and over by other means is not told; PagerDuty hears of an end at once', async () => {
  const pager = await world.channel({ type: 'pagerduty', routingKey: 'x'.repeat(32), events: OUTAGE } as never);
  await world.rules({ quietHours: { ...NIGHT, days: ['mon'] } });
  await until(at('21:59'));
  await world.down(server);
  await world.turn();
  await world.pass(5);
  await world.up(server);
  await world.turn();
  expect(world.heard(pager)).toEqual(['server.down', 'server.recovered']);
  expect(world.heard(channel)).toEqual(['server.down']);

  await world.pass(5);
  await world.down(server);
  await pauseServer(world.ctx, world.scope, server);
  await until(at('22:00') + 9 * 60 * MINUTE + MINUTE);
  expect(world.heard(channel)).toEqual(['server.down', 'server.recovered']);
  expect(await world.log(channel)).toContain('server.down cancelled over');
});

test('nobody hears that somebody is on it before hearing of it', async () => {
  const all = await world.channel();
  await world.rules({ afterMs: 10 * MINUTE });
  await world.down(server);
  await world.pass(2);
  await acknowledgeIncident(world.ctx, world.scope, await openIncident());
  await world.pass(2);
  expect(world.told).toEqual([]);
  await world.pass(7);
  expect(world.heard(all).toSorted()).toEqual(['incident.updated', 'server.down']);
});

test('a muted server is recorded and not told, neither then nor later', async () => {
  expect(await muteServer(world.ctx, world.scope, server, 60 * MINUTE)).toMatchObject({
    mutedUntil: new Date(world.clock.now() + 60 * MINUTE).toISOString(),
  });
  await world.down(server);
  await world.pass(5);
  await world.up(server);
  await world.pass(60);
  expect(world.told).toEqual([]);
  expect(await world.log(channel)).toEqual(['server.down cancelled muted']);
  expect((await listIncidents(world.ctx, world.scope, {}, ALL)).data).toHaveLength(1);
  expect((await getServer(world.ctx, world.scope, server)).mutedUntil).toBeNull();
  await world.down(server);
  await world.turn();
  expect(world.heard(channel)).toEqual(['server.down']);
});

test('a mute gives up what is held, and lets through the end of what was told', async () => {
  const other = await world.server();
  await world.down(other);
  await world.turn();
  await world.rules({ afterMs: 10 * MINUTE });
  await world.down(server);
  for (const id of [server, other]) await muteServer(world.ctx, world.scope, id, 60 * MINUTE);
  await world.pass(20);
  await world.up(server, other);
  await world.turn();
  expect(world.heard(channel)).toEqual(['server.down', 'server.recovered']);
  expect(world.told.map(({ body }) => body.data.server?.id)).toEqual([other, other]);
  expect(await unmuteServer(world.ctx, world.scope, server)).toMatchObject({ mutedUntil: null });
});

test('a mute in quiet hours keeps the end of what was told before them', async () => {
  await world.rules({ quietHours: { ...NIGHT, days: ['mon'] } });
  await until(at('21:59'));
  await world.down(server);
  await world.pass(10);
  await world.up(server);
  await muteServer(world.ctx, world.scope, server, 60 * MINUTE);
  await until(at('22:00') + 9 * 60 * MINUTE + MINUTE);
  expect(world.heard(channel)).toEqual(['server.down', 'server.recovered']);
});
