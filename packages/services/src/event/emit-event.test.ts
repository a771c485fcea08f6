import { eventSchema, type FailureClass, MAX_EVENT_BYTES, type WebhookBody } from '@alivemcp/contracts';
import { afterEach, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import { claimDeliveries } from '../delivery/claim-deliveries.ts';
import { recordAttempt } from '../delivery/record-attempt.ts';
import { acknowledgeIncident } from '../incident/acknowledge-incident.ts';
import { type WatchWorld, watchWorld } from '../testing/watch-world.ts';

let world: WatchWorld;
afterEach(() => world.end());

const MINUTE_MS = 60_000;
const answer = (ok: boolean) => ({
  ok,
  status: ok ? 200 : 500,
  durationMs: 5,
  address: '127.0.0.1',
  error: ok ? null : ('http.server_error' as FailureClass),
  responseBody: '',
  gone: null,
});

async function up() {
  for (let i = 0; i < 3; i++) {
    await world.see('eu', { latencyMs: 40 + i });
    world.clock.advance(MINUTE_MS);
  }
}
async function down() {
  for (let i = 0; i < 3; i++) {
    await world.see('eu', { class: 'tcp.refused' });
    world.clock.advance(MINUTE_MS);
  }
}
/** One attempt at all that is due. */
async function attempt(ok: boolean): Promise<void> {
  const { ctx, clock } = world;
  for (const claimed of await claimDeliveries(ctx, 100))
    await recordAttempt(ctx, claimed, answer(ok), clock.now() + 10 * 3_600_000);
}
const deliveries = async (channelId?: string) => {
  const rows =
    await world.ctx.rows(`select d.channel_id as channel, e.type, d.state, d.merged_into is not null as merged,
    e.body::jsonb->'data'->'combines' as combines from delivery d join event e on e.id = d.event_id
    order by d.created_at, e.type`);
  const told = rows.filter(({ channel }) => channelId === undefined || channel === channelId);
  return told.map(
    ({ type, state, merged, combines }) => `${type} ${merged ? 'merged' : state}${combines ? ` +${combines}` : ''}`,
  );
};
const eventOf = async (type: string): Promise<WebhookBody> => {
  const event = (await world.events()).findLast((each) => each.type === type);
  if (!event) throw new Error(`no ${type}`);
  return event;
};

it('says what was before: the last good probe and the usual latency; and where people look', async () => {
  world = await watchWorld(['eu']);
  await up();
  const { server } = world;
  const lastGoodAt = new Date(world.clock.now() - MINUTE_MS).toISOString();
  await down();
  const { data } = await eventOf('server.down');
  expect(data).toMatchObject({ lastGoodAt, latency: { nowMs: null, normalMs: 41 } });
  const incident = `https://alive.example/incidents/${data.incident?.id}`;
  expect(data.pages).toEqual({
    incident,
    acknowledge: `${incident}#acknowledge`,
    server: `https://alive.example/servers/${server.id}`,
    page: `https://alive.example/s/${server.slug}`,
  });
  expect(data.links.server).toBe(`https://alive.example/api/v1/servers/${server.id}`);

  await acknowledgeIncident(world.ctx, world.scope, data.incident?.id ?? '');
  const updated = await eventOf('incident.updated');
  expect(updated.data.incident?.acknowledgedAt).toBe(updated.timestamp);
  expect(updated.data.summary).toMatch(/^Someone is on it/);
  expect(updated.data.pages).not.toHaveProperty('acknowledge');
});

it('keeps every event to the schema of its type and under 20 KB', async () => {
  world = await watchWorld(['eu']);
  const tools = (n: number) => [{ name: `tool_${n}`, description: 'x'.repeat(500), inputSchema: { type: 'object' } }];
  await up();
  for (let i = 0; i < 3; i++) {
    await world.see('eu', { tools: tools(i > 0 ? 2 : 1) });
    world.clock.advance(MINUTE_MS);
  }
  await down();
  await up();
  await world.see('eu', { posture: 'credential_rejected', class: 'auth.rejected' });
  const events = await world.events();
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5);
  for (const event of events) {
    eventSchema(event.type).parse(event);
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(MAX_EVENT_BYTES);
  }
});

it('tells of the end where the beginning arrived, and not where it was given up', async () => {
  world = await watchWorld(['eu']);
  await up();
  await down();
  const [channel] = await world.ctx.rows('select id from channel');
  await attempt(true);
  const late = await createChannel(world.ctx, world.scope, { type: 'webhook', url: 'http://late.test/' });
  await up();
  expect(await deliveries(String(channel?.id))).toContain('server.recovered pending');
  expect(await deliveries(late.id)).toEqual(['incident.resolved pending']);

  await attempt(true);
  await down();
  await world.ctx.rows(`update delivery set state = 'failed', next_attempt_at = null where state = 'pending'`);
  await up();
  const told = (await deliveries()).filter((line) => line.startsWith('server.recovered'));
  expect(told).toEqual(['server.recovered delivered']);
});

it('makes one message of a beginning that could not be told and its end', async () => {
  world = await watchWorld(['eu']);
  await up();
  await down();
  await attempt(false);
  await up();
  expect(await deliveries()).toEqual([
    'incident.opened merged',
    'server.down merged',
    'incident.resolved pending +incident.opened',
    'server.recovered pending +server.down',
  ]);
  const { data } = await eventOf('server.recovered');
  expect(data.incident?.durationMs).toBeGreaterThan(0);
  // A channel that failed is tried with one at a time.
  for (let i = 0; i < 2; i++) await attempt(true);
  expect((await deliveries()).slice(2).map((line) => line.split(' ')[1])).toEqual(['delivered', 'delivered']);
});

it('leaves a beginning alone that is being sent as the end comes, and does not try it again after the end', async () => {
  world = await watchWorld(['eu']);
  await up();
  await down();
  await world.see('eu', {});
  world.clock.advance(MINUTE_MS);
  const claimed = await claimDeliveries(world.ctx, 100);
  await world.see('eu', {});
  expect(claimed).toHaveLength(2);
  expect(await deliveries()).toContain('server.recovered pending');
  for (const delivery of claimed) await recordAttempt(world.ctx, delivery, answer(false), world.clock.now() + 5_000);
  expect((await deliveries()).slice(0, 2)).toEqual(['incident.opened merged', 'server.down merged']);
});
