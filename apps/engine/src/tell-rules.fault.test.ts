import { putRulesBody, type WebhookBody } from '@alivemcp/contracts';
import { createChannel, putRules } from '@alivemcp/services';
import { waitFor } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultWorld, forkEngine, startTestEngine } from './testing/fault-world.ts';
import { registerServers, see } from './testing/outages.ts';

// What rules have an engine say by itself is one transaction each: an engine that is killed in the middle of it has said nothing,
// and of those that come after it one says it, once.

const MINUTE = 60_000;
let world: Awaited<ReturnType<typeof faultWorld>>;
beforeEach(async () => {
  world = await faultWorld();
});
afterEach(() => world.end());

const rows = async (sql: string) => (await world.services.database.db.execute(sql)).rows;

/** Kills an engine at the moment in which it has written what it says and not yet to whom. */
async function killInTheMiddle(): Promise<void> {
  await world.services.database.transaction(async (tx) => {
    await tx.execute('lock table delivery in share mode');
    const engine = await forkEngine(world.settings);
    const isWriting = `select from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'insert into "delivery"%'`;
    await waitFor(async () => (await rows(isWriting)).length > 0, {
      what: 'a half-written message',
      timeoutMs: 20_000,
    });
    await engine.kill();
  });
}

async function twoEngines() {
  const engines = await Promise.all([0, 1].map(() => startTestEngine(world.servicesAt(Date.now), world.redisUrl)));
  return { close: () => Promise.all(engines.map((engine) => engine.close())) };
}

test('killed in a reminder and an escalation: each comes once', { timeout: 60_000 }, async () => {
  const url = await world.receiver((_request, response) => response.end());
  world.clock.advance(Date.now() - 40 * MINUTE - world.clock.now());
  const channel = (events: string[]) =>
    createChannel(world.services, world.scope, { type: 'webhook', url, events: events as never });
  const everyone = await channel(['server.down']);
  const boss = await channel(['server.drift']);
  const rules = { remindEveryMs: 30 * MINUTE, escalate: { afterMs: 30 * MINUTE, channelId: boss.id } };
  await putRules(world.services, world.scope, putRulesBody.parse(rules));
  const servers = await registerServers(world, 1);
  await see(world, servers, true);
  world.clock.advance(1_000);
  await see(world, servers, false);
  await rows(`update delivery set state = 'delivered', next_attempt_at = null`);
  world.clock.advance(40 * MINUTE - 1_000);
  await see(world, servers, false);

  await killInTheMiddle();
  expect(await rows('select kind from incident_notice')).toEqual([]);
  const engines = await twoEngines();
  const said = `select e.type, d.channel_id, d.state from event e join delivery d on d.event_id = e.id
    where e.type in ('incident.reminder', 'incident.escalated') order by e.type`;
  await waitFor(async () => (await world.counts()).received >= 2, { what: 'both', timeoutMs: 20_000 });
  await engines.close();
  expect(await rows(said)).toEqual([
    { type: 'incident.escalated', channel_id: boss.id, state: 'delivered' },
    { type: 'incident.reminder', channel_id: everyone.id, state: 'delivered' },
  ]);
  expect(await world.counts()).toEqual({ sent: 2, received: 2, distinct: 2 });
});

test('killed in the digest of a storm: one message, with each server once', { timeout: 60_000 }, async () => {
  const told: string[] = [];
  const apiUrl = await world.receiver((request, response) => {
    told.push(request.url ?? '');
    response.end('{"ok":true}');
  });
  world.clock.advance(Date.now() - 10 * MINUTE - world.clock.now());
  await createChannel(world.services, world.scope, {
    type: 'telegram',
    botToken: `1:${'x'.repeat(35)}`,
    chatId: '-1',
    apiUrl,
    events: ['server.down'],
  });
  const servers = await registerServers(world, 12);
  await see(world, servers, true);
  world.clock.advance(1_000);
  await see(world, servers, false);
  await rows(`update delivery set state = 'delivered', next_attempt_at = null where next_attempt_at is not null`);
  expect(await world.states()).toEqual({ delivered: 5, pending: 7 });
  world.clock.advance(10 * MINUTE - 1_000);
  await see(world, servers, false);

  await killInTheMiddle();
  expect(await rows(`select from event where type = 'servers.down'`)).toEqual([]);
  const engines = await twoEngines();
  await waitFor(() => told.length > 0, { what: 'the digest', timeoutMs: 20_000 });
  await engines.close();
  const digests = await rows(`select body from event where type = 'servers.down'`);
  const named = digests.map(({ body }) => (JSON.parse(String(body)) as WebhookBody).data.servers ?? []);
  expect(named.map((list) => new Set(list.map(({ id }) => id)).size)).toEqual([7]);
  expect(told).toHaveLength(1);
  expect(await world.states()).toEqual({ delivered: 6, failed: 7 });
});
