import { createChannelBody, webhookBody } from '@alivemcp/contracts';
import { findChannel } from '@alivemcp/db';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { getDelivery } from '../delivery/get-delivery.ts';
import { listDeliveries } from '../delivery/list-deliveries.ts';
import { loadDelivery } from '../delivery/load-delivery.ts';
import { replayDelivery } from '../delivery/replay-delivery.ts';
import { ALL, createTestContext, type TestContext } from '../testing/test-context.ts';
import { openSettings } from './channel-settings.ts';
import { createChannel } from './create-channel.ts';
import { deleteChannel } from './delete-channel.ts';
import { getChannel } from './get-channel.ts';
import { listChannels } from './list-channels.ts';
import { replayChannel } from './replay-channel.ts';
import { rotateChannelSecret } from './rotate-channel-secret.ts';
import { testChannel } from './test-channel.ts';
import { updateChannel } from './update-channel.ts';

const HOOK = { type: 'webhook', url: 'https://hooks.example/in' };
const SECRET = 'abcdefghijklmnopqrstuvwxyz012345';
const BOT = `123456789:${SECRET}`;
const TELEGRAM = { type: 'telegram', botToken: BOT, chatId: '-1001' };
const DAY_MS = 86_400_000;
let ctx: TestContext;

beforeEach(async () => {
  ctx = await createTestContext();
});
afterEach(() => ctx.close());

async function create(body: Record<string, unknown> = HOOK) {
  const { secret = '', ...channel } = await createChannel(ctx, ctx.mine, createChannelBody.parse(body));
  return { ...channel, secret };
}

it('creates a webhook for all events and shows its secret once, sealed in the database', async () => {
  const { secret, ...channel } = await create();
  expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
  expect(channel).toMatchObject({ name: 'hooks.example', url: HOOK.url, events: null, enabled: true });
  expect(await getChannel(ctx, ctx.mine, channel.id)).toEqual(channel);
  expect((await listChannels(ctx, ctx.mine, ALL)).data).toEqual([channel]);
  const stored = JSON.stringify([await ctx.rows('select * from channel'), await ctx.rows('select * from audit_log')]);
  expect(stored).not.toContain(secret.slice(6));
});

it.each([
  [{ type: 'email', address: 'a@example.com' }, 'channel_type_unavailable', '/type'],
  [{ type: 'slack', url: 'http://private.example/hooks/x' }, 'address_refused', '/url'],
  [{ ...TELEGRAM, apiUrl: 'http://private.example' }, 'address_refused', '/apiUrl'],
  [{ type: 'webhook', url: 'nonsense' }, 'url_invalid', '/url'],
  [{ type: 'webhook', url: 'http://private.example/' }, 'address_refused', '/url'],
])('refuses %j and stores nothing', async (body, code, pointer) => {
  await expect(create(body)).rejects.toMatchObject({ code, errors: [{ pointer }] });
  expect(await ctx.rows('select id from channel')).toEqual([]);
});

it.each([
  [{ type: 'slack', url: `https://hooks.slack.com/services/T0/B0/${SECRET}` }, 'hooks.slack.com/…2345'],
  [{ type: 'discord', url: `https://discord.com/api/webhooks/1/${SECRET}` }, 'discord.com/…2345'],
  [{ type: 'teams', url: `https://flow.example/x?sig=${SECRET}` }, 'flow.example/…2345'],
  [TELEGRAM, 'chat -1001, bot 123456789:…2345'],
  [{ type: 'pagerduty', routingKey: SECRET }, 'integration key …2345'],
])('keeps the secret of a %j to itself, and tells what it is by its end', async (body, target) => {
  const { secret, ...channel } = await create(body);
  expect(secret).toBe('');
  expect(channel).toMatchObject({ type: body.type, url: null, target, template: null });
  const stored = JSON.stringify([await ctx.rows('select * from channel'), await ctx.rows('select * from audit_log')]);
  expect(stored + JSON.stringify(channel)).not.toContain(SECRET.slice(0, 20));
  await expect(rotateChannelSecret(ctx, ctx.mine, channel.id)).rejects.toMatchObject({ code: 'conflict' });
});

it('changes what a channel sends to field by field, and refuses fields of another type', async () => {
  const { id } = await create(TELEGRAM);
  const other = `987654321:${SECRET}`;
  expect(await updateChannel(ctx, ctx.mine, id, { botToken: other })).toMatchObject({
    target: 'chat -1001, bot 987654321:…2345',
  });
  const refused = updateChannel(ctx, ctx.mine, id, { routingKey: SECRET });
  await expect(refused).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/routingKey' }] });

  const hook = await create({ ...HOOK, template: '{"text":"{{alert.title}}"}' });
  expect(hook.template).toBe('{"text":"{{alert.title}}"}');
  expect(await updateChannel(ctx, ctx.mine, hook.id, { template: null })).toMatchObject({
    template: null,
    url: HOOK.url,
  });
});

it.each([
  [{ ...TELEGRAM, apiUrl: 'https://bots.example' }, { apiUrl: null }, TELEGRAM],
  [
    { type: 'pagerduty', routingKey: SECRET, url: 'https://events.eu.pagerduty.com/v2/enqueue' },
    { url: null },
    { type: 'pagerduty', routingKey: SECRET },
  ],
])('goes back from an address of its own to the default one: %j', async (body, change, settings) => {
  const { id } = await create(body);
  const present = async () => {
    const row = await findChannel(ctx.database.db, ctx.mine.workspaceId, id);
    return row && openSettings(ctx, row);
  };
  expect(await present()).toEqual(body);
  await updateChannel(ctx, ctx.mine, id, change);
  expect(await present()).toEqual(settings);
});

it('keeps an address where there is no default one', async () => {
  const { id } = await create();
  const refused = updateChannel(ctx, ctx.mine, id, { url: null });
  await expect(refused).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/url' }] });
  expect(await getChannel(ctx, ctx.mine, id)).toMatchObject({ url: HOOK.url });
});

it('sends mail only where mail is set up, and shows the address', async () => {
  const smtp = { host: '127.0.0.1', port: 25, secure: false, auth: null };
  const body = createChannelBody.parse({ type: 'email', address: 'ops@example.com' });
  const mailing = { ...ctx, mail: { smtp, from: 'AliveMCP <alerts@example.com>' } };
  expect(await createChannel(mailing, ctx.mine, body)).toMatchObject({
    name: 'ops@example.com',
    target: 'ops@example.com',
    url: null,
  });
});

it('gives up what is on its way when it is switched off, and replays it from there', async () => {
  const { id } = await create();
  await testChannel(ctx, ctx.mine, id);
  ctx.clock.advance(1_000);
  const later = new Date(ctx.clock.now()).toISOString();
  await testChannel(ctx, ctx.mine, id);
  await updateChannel(ctx, ctx.mine, id, { enabled: false });
  const states = async () => (await listDeliveries(ctx, ctx.mine, {}, ALL)).data.map(({ state }) => state);
  expect(await states()).toEqual(['failed', 'failed']);
  await expect(replayChannel(ctx, ctx.mine, id, later)).rejects.toMatchObject({ code: 'conflict' });
  await updateChannel(ctx, ctx.mine, id, { enabled: true });
  expect(await replayChannel(ctx, ctx.mine, id, later)).toEqual({ count: 1 });
  expect(await states()).toEqual(['pending', 'failed']);
});

it('signs with both secrets for 24 hours after a rotation', async () => {
  const { id, secret } = await create();
  const delivery = await testChannel(ctx, ctx.mine, id);
  await ctx.rows(`update delivery set lease_until = '2030-01-01'`);
  const rotated = await rotateChannelSecret(ctx, ctx.mine, id);
  const secrets = async () =>
    (await loadDelivery(ctx, { workspaceId: ctx.mine.workspaceId, deliveryId: delivery.id, attempt: 1 }))?.secrets;
  expect(await secrets()).toEqual([rotated.secret, secret]);
  ctx.clock.advance(DAY_MS);
  expect(await secrets()).toEqual([rotated.secret]);
});

it('forgets why it was disabled when it is enabled again', async () => {
  const { id } = await create();
  await ctx.rows(`update channel set enabled = false, disabled_reason = 'answered 410'`);
  await expect(testChannel(ctx, ctx.mine, id)).rejects.toMatchObject({ code: 'conflict' });
  const renamed = await updateChannel(ctx, ctx.mine, id, { name: 'Ops' });
  expect(renamed).toMatchObject({ enabled: false, disabledReason: 'answered 410' });
  const after = await updateChannel(ctx, ctx.mine, id, { enabled: true, events: ['server.down', 'server.down'] });
  expect(after).toMatchObject({ name: 'Ops', enabled: true, disabledReason: null, events: ['server.down'] });
  const refused = updateChannel(ctx, ctx.mine, id, { url: 'http://private.example/' });
  await expect(refused).rejects.toMatchObject({ code: 'address_refused', errors: [{ pointer: '/url' }] });
});

it('sends a test to this channel only, and the payload is a proper event', async () => {
  const { id } = await create();
  await create({ type: 'webhook', url: 'https://other.example/' });
  const delivery = await testChannel(ctx, ctx.mine, id);
  expect(delivery).toMatchObject({ channelId: id, eventType: 'channel.test', state: 'pending', attempts: 0 });
  expect((await listDeliveries(ctx, ctx.mine, {}, ALL)).data).toEqual([delivery]);
  const detail = await getDelivery(ctx, ctx.mine, delivery.id);
  expect(webhookBody.parse(detail.payload).data.server).toBeNull();
  expect(detail.log).toEqual([]);
});

it('replays a delivery that is over, from the foot of the ladder, and not one on its way', async () => {
  const { id } = await create();
  const delivery = await testChannel(ctx, ctx.mine, id);
  await expect(replayDelivery(ctx, ctx.mine, delivery.id)).rejects.toMatchObject({ code: 'conflict' });
  await ctx.rows(`update delivery set state = 'failed', attempts = 9, next_attempt_at = null`);
  ctx.clock.advance(5000);
  expect(await replayDelivery(ctx, ctx.mine, delivery.id)).toEqual({
    ...delivery,
    nextAttemptAt: new Date(ctx.clock.now()).toISOString(),
  });
  await ctx.rows(`update delivery set state = 'failed'`);
  await updateChannel(ctx, ctx.mine, id, { enabled: false });
  await expect(replayDelivery(ctx, ctx.mine, delivery.id)).rejects.toMatchObject({ code: 'conflict' });
});

it('lists deliveries page by page and by filter', async () => {
  const [first, second] = [await create(), await create()];
  for (let i = 0; i < 5; i++) await testChannel(ctx, ctx.mine, i % 2 ? second.id : first.id);
  const one = await listDeliveries(ctx, ctx.mine, {}, { limit: 3 });
  const two = await listDeliveries(ctx, ctx.mine, {}, { limit: 3, cursor: one.nextCursor ?? '' });
  expect(new Set([...one.data, ...two.data].map((row) => row.id)).size).toBe(5);
  expect(two.nextCursor).toBeNull();
  expect((await listDeliveries(ctx, ctx.mine, { channelId: second.id }, ALL)).data).toHaveLength(2);
  expect((await listDeliveries(ctx, ctx.mine, { eventType: 'server.down' }, ALL)).data).toEqual([]);
});

it('deletes a channel with what is on its way to it', async () => {
  const { id } = await create();
  await testChannel(ctx, ctx.mine, id);
  await deleteChannel(ctx, ctx.mine, id);
  await expect(getChannel(ctx, ctx.mine, id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await listDeliveries(ctx, ctx.mine, {}, ALL)).data).toEqual([]);
});
