import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDeliveries } from '../delivery/claim-deliveries.ts';
import { recordAttempt } from '../delivery/record-attempt.ts';
import { acknowledgeIncident } from '../incident/acknowledge-incident.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { ALL } from '../testing/test-context.ts';
import { muteServer } from './mute-server.ts';
import { tellNotices } from './tell-notices.ts';
import { MINUTE, type RulesWorld, rulesWorld } from './testing/rules-world.ts';

let world: RulesWorld;
let server: string;
let channel: string;
let second: string;
beforeEach(async () => {
  world = await rulesWorld();
  server = await world.server();
  channel = await world.channel({ events: ['server.down', 'server.recovered'] });
  second = await world.channel({ events: ['server.recovered'] });
});
afterEach(() => world.end());

const acknowledge = async () => {
  const { data } = await listIncidents(world.ctx, world.scope, { state: 'open' }, ALL);
  await acknowledgeIncident(world.ctx, world.scope, data[0]?.id ?? '');
};
const remindEveryMs = 30 * MINUTE;

test('reminds of an outage until somebody is on it', async () => {
  await world.rules({ remindEveryMs });
  await world.down(server);
  await world.pass(61);
  expect(world.heard(channel)).toEqual(['server.down', 'incident.reminder', 'incident.reminder']);
  expect(world.told.at(-1)?.body.data.summary).toBe('Down for 1 h. Nobody has acknowledged it.');
  await acknowledge();
  await world.pass(60);
  expect(world.heard(channel)).toHaveLength(3);
  await world.up(server);
  await world.turn();
  expect(world.heard(channel).at(-1)).toBe('server.recovered');
});

test('reminds nobody who was not told, nor while it is quiet or muted', async () => {
  await world.rules({
    remindEveryMs,
    afterMs: 45 * MINUTE,
    quietHours: { from: '11:20', to: '12:30', timeZone: 'UTC', days: ['mon'] },
  });
  await world.down(server); // 10:00
  await world.pass(44);
  expect(world.told).toEqual([]);
  await world.pass(61); // 11:45, and the first reminder would have been at 11:15
  expect(world.heard(channel)).toEqual(['server.down', 'incident.reminder']);
  await world.pass(44); // 12:29
  expect(world.heard(channel)).toHaveLength(2);
  await world.pass(1);
  expect(world.heard(channel)).toHaveLength(3);
  await muteServer(world.ctx, world.scope, server, 60 * MINUTE);
  await world.pass(59);
  expect(world.heard(channel)).toHaveLength(3);
});

test('tells a second channel when nobody is on it, once, and then of the end', async () => {
  await world.rules({ escalate: { afterMs: 10 * MINUTE, channelId: second } });
  await world.down(server);
  await world.pass(9);
  expect(world.heard(second)).toEqual([]);
  await world.pass(30);
  expect(world.heard(second)).toEqual(['incident.escalated']);
  await world.up(server);
  await world.turn();
  expect(world.heard(second)).toEqual(['incident.escalated', 'server.recovered']);
});

test('does not when somebody is, or the outage ends, and gives up what did not get through', async () => {
  await world.rules({ escalate: { afterMs: 10 * MINUTE, channelId: second } });
  await world.down(server);
  await world.pass(9);
  await acknowledge();
  await world.pass(30);
  await world.up(server);
  await world.turn();
  expect(world.heard(second)).toEqual([]);

  world.clock.advance(60 * MINUTE);
  await world.down(server);
  world.clock.advance(10 * MINUTE);
  await world.turn((id) => id !== second);
  await world.up(server);
  await world.pass(10);
  expect(world.heard(second)).toEqual([]);
  expect(await world.log(second)).toEqual(['incident.escalated cancelled over']);
});

test('a reminder that fails after the end is not tried again', async () => {
  await world.rules({ remindEveryMs });
  await world.down(server);
  await world.turn();
  world.clock.advance(30 * MINUTE);
  await tellNotices(world.ctx);
  const [claimed] = await claimDeliveries(world.ctx, 1);
  await acknowledge();
  const failed = {
    ok: false,
    status: 500,
    durationMs: 1,
    address: null,
    error: 'http.server_error',
    responseBody: '',
    gone: null,
  } as const;
  await recordAttempt(world.ctx, claimed as never, failed, world.clock.now() + MINUTE);
  expect(await world.log(channel)).toContain('incident.reminder cancelled acknowledged');
});

test('an engine that dies over a reminder leaves it to the next one', async () => {
  await world.rules({ remindEveryMs });
  await world.down(server);
  await world.turn();
  world.clock.advance(30 * MINUTE);
  const mend = await world.breakInserts('delivery');
  await expect(tellNotices(world.ctx)).rejects.toThrow();
  await mend();
  await world.turn();
  expect(world.heard(channel)).toEqual(['server.down', 'incident.reminder']);
});

test('any number of engines tell each number once', async () => {
  await world.rules({ remindEveryMs, escalate: { afterMs: 10 * MINUTE, channelId: second } });
  await world.down(server);
  await world.turn();
  for (let i = 0; i < 3; i++) {
    world.clock.advance(30 * MINUTE);
    await Promise.all(Array.from({ length: 6 }, () => tellNotices(world.ctx)));
  }
  expect(await world.ctx.rows('select kind, number from incident_notice order by 1, 2')).toEqual([
    { kind: 'escalation', number: 1 },
    ...[1, 2, 3].map((number) => ({ kind: 'reminder', number })),
  ]);
  await world.turn();
  expect(world.heard(channel)).toHaveLength(4);
});
