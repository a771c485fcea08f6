import type { ChannelSettings, EventType } from '@alivemcp/contracts';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { SAMPLE_LINKS, sampleEvent } from './channels/sample-events.fixture.ts';
import { sendAlert } from './send-alert.ts';
import { startVendor, type VendorAnswer } from './vendor.fixture.ts';
import { generateWebhookSecret } from './webhook-secret.ts';

const { allow } = parseEgressAllow('127.0.0.1/32');
const deps = { guard: createGuard({ allow }), now: Date.now, mail: null };
const secrets = [generateWebhookSecret()];
const BOT = '123456789:AAaaBBbbCCccDDddEEeeFFffGGggHHhhIIi';
const KEY = 'abcdefghijklmnopqrstuvwxyz012345';
const HOOK = '/services/T0000AAAA/B0000BBBB/cccccccccccccccccccccccc';

let vendor: Awaited<ReturnType<typeof startVendor>>;
afterEach(() => vendor?.stop());

/** Channels of every type that lead to the receiver. */
const CHANNELS: Record<Exclude<ChannelSettings['type'], 'email'>, (url: string) => ChannelSettings> = {
  webhook: (url) => ({ type: 'webhook', url: `${url}/in` }),
  slack: (url) => ({ type: 'slack', url: url + HOOK }),
  discord: (url) => ({ type: 'discord', url: `${url}/api/webhooks/1234/dddddddddddddddddddd` }),
  teams: (url) => ({ type: 'teams', url: `${url}/workflows/0a/triggers/manual/paths/invoke?sig=ssssssssss%2Fss` }),
  telegram: (url) => ({ type: 'telegram', botToken: BOT, chatId: '-1001', apiUrl: url }),
  pagerduty: (url) => ({ type: 'pagerduty', routingKey: KEY, url: `${url}/v2/enqueue` }),
};
type Vendor = keyof typeof CHANNELS;

async function tell(type: Vendor, answer: VendorAnswer, what: EventType = 'server.down') {
  vendor = await startVendor(answer);
  const event = sampleEvent(what);
  const body = JSON.stringify({ ...event, data: { ...event.data, pages: SAMPLE_LINKS } });
  return sendAlert(
    { channel: CHANNELS[type](vendor.url), eventId: 'evt_1', body, secrets, unsubscribeUrl: null },
    deps,
  );
}

test.each<[Vendor, VendorAnswer]>([
  ['webhook', { status: 204 }],
  ['slack', { status: 200, body: 'ok' }],
  ['discord', { status: 200, body: '{"id":"1","embeds":[]}' }],
  ['teams', { status: 202 }],
  ['telegram', { status: 200, body: '{"ok":true,"result":{"message_id":1}}' }],
  ['pagerduty', { status: 202, body: '{"status":"success","message":"Event processed","dedup_key":"inc"}' }],
])('%s takes it', async (type, answer) => {
  const result = await tell(type, answer);
  expect(result).toMatchObject({ ok: true, status: answer.status, error: null, gone: null, address: '127.0.0.1' });
  expect(vendor.came).toHaveLength(1);
  expect(vendor.came[0]?.headers['content-type']).toBe('application/json');
  expect(vendor.came[0]?.body).toContain('Orders');
});

test.each<[Vendor, VendorAnswer, object]>([
  ['webhook', { status: 410 }, { error: 'http.not_found', gone: expect.stringContaining('410') }],
  ['webhook', { status: 429, headers: { 'retry-after': '7' } }, { error: 'http.rate_limited', retryAfterMs: 7_000 }],
  ['slack', { status: 404, body: 'no_service' }, { gone: expect.stringContaining('Slack') }],
  ['slack', { status: 404, body: 'channel_not_found' }, { error: 'http.not_found', gone: null }],
  ['slack', { status: 410, body: 'channel_is_archived' }, { gone: null }],
  ['slack', { status: 429, headers: { 'retry-after': '30' } }, { retryAfterMs: 30_000 }],
  ['slack', { status: 400, body: 'invalid_blocks' }, { error: 'http.client_error', responseBody: 'invalid_blocks' }],
  ['discord', { status: 404, body: '{"message":"Unknown Webhook","code":10015}' }, { gone: expect.any(String) }],
  ['discord', { status: 404, body: 'not here' }, { gone: null }],
  [
    'discord',
    { status: 429, body: '{"message":"You are being rate limited.","retry_after":64.57,"global":false}' },
    { error: 'http.rate_limited', retryAfterMs: 64_570 },
  ],
  ['telegram', { status: 429, body: '{"ok":false,"parameters":{"retry_after":5}}' }, { retryAfterMs: 5_000 }],
  [
    'telegram',
    { status: 403, body: '{"ok":false,"description":"Forbidden: bot was blocked by the user"}' },
    { gone: expect.stringContaining('Telegram') },
  ],
  ['telegram', { status: 403, body: 'a proxy says no' }, { error: 'http.client_error', gone: null }],
  ['telegram', { status: 400, body: '{"ok":false,"description":"Bad Request: chat not found"}' }, { gone: null }],
  ['telegram', { status: 200, body: '{"ok":false}' }, { error: 'http.client_error' }],
  ['pagerduty', { status: 400, body: '{"status":"invalid event"}' }, { error: 'http.client_error', gone: null }],
  ['pagerduty', { status: 429 }, { error: 'http.rate_limited' }],
  ['teams', { status: 410 }, { gone: null }],
  ['teams', { status: 302, headers: { location: 'https://login.microsoftonline.com/' } }, { error: 'http.redirect' }],
])('%s says %j', async (type, answer, said) => {
  expect(await tell(type, answer)).toMatchObject({ ok: false, status: answer.status, ...said });
});

test('a webhook gets the very bytes of the event, signed', async () => {
  await tell('webhook', { status: 200 });
  const [got] = vendor.came;
  const signed = new Webhook(secrets[0] ?? '').verify(got?.body ?? '', got?.headers as Record<string, string>);
  expect(signed).toMatchObject({ type: 'server.down', data: { pages: SAMPLE_LINKS } });
});

test('a webhook with a template gets its own body, signed under the same id', async () => {
  vendor = await startVendor({ status: 200 });
  const template = '{"text":"{{alert.title}}","go":"{{alert.links.incident}}"}';
  const channel = { type: 'webhook', url: vendor.url, template } as const;
  const event = sampleEvent('server.down');
  const body = JSON.stringify({ ...event, data: { ...event.data, pages: SAMPLE_LINKS } });
  expect(await sendAlert({ channel, eventId: 'evt_1', body, secrets, unsubscribeUrl: null }, deps)).toMatchObject({
    ok: true,
  });
  const [got] = vendor.came;
  expect(got?.headers['webhook-id']).toBe('evt_1');
  expect(new Webhook(secrets[0] ?? '').verify(got?.body ?? '', got?.headers as Record<string, string>)).toEqual({
    text: 'Orders is down',
    go: SAMPLE_LINKS.incident,
  });
});

test('what PagerDuty need not know is delivered without a request; a test leaves nothing open', async () => {
  expect(await tell('pagerduty', { status: 202 }, 'maintenance.started')).toMatchObject({ ok: true, status: null });
  expect(vendor.came).toHaveLength(0);
  await vendor.stop();
  await tell('pagerduty', { status: 202 }, 'channel.test');
  expect(vendor.came.map(({ body }) => JSON.parse(body).event_action)).toEqual(['trigger', 'resolve']);
});

test('of two requests the second is not made when the first fails', async () => {
  expect(await tell('pagerduty', { status: 500 }, 'channel.test')).toMatchObject({ ok: false, status: 500 });
  expect(vendor.came).toHaveLength(1);
});

test.each<[Vendor, string[]]>([
  ['slack', ['cccccccccccccccccccccccc', 'T0000AAAA']],
  ['discord', ['dddddddddddddddddddd']],
  ['teams', ['ssssssssss']],
  ['telegram', [BOT]],
  ['pagerduty', [KEY]],
])('no secret of %s comes back in an answer that repeats the request', async (type, hidden) => {
  const result = await tell(type, {
    status: 404,
    body: `Cannot POST {{path}} ${decodeURIComponent('ssssssssss%2Fss')} ${KEY}`,
  });
  expect(result.responseBody).toContain('Cannot POST');
  for (const secret of hidden) expect(JSON.stringify(result)).not.toContain(secret);
});

test('without mail set up, and with a body that cannot be rendered, it is a fault and no exception', async () => {
  const channel = { type: 'email', address: 'a@example.com' } as const;
  const body = JSON.stringify(sampleEvent('server.down'));
  const mail = await sendAlert(
    { channel, eventId: 'evt_1', body, secrets: [], unsubscribeUrl: 'https://x.test/' },
    deps,
  );
  expect(mail).toMatchObject({ ok: false, error: 'mail.not_set_up' });
  const slack = { type: 'slack', url: 'https://hooks.slack.com/services/T/B/secret-of-slack' } as const;
  const broken = await sendAlert(
    { channel: slack, eventId: 'evt_1', body: '{', secrets: [], unsubscribeUrl: null },
    deps,
  );
  expect(broken).toMatchObject({ ok: false, error: 'render' });
  expect(JSON.stringify(broken)).not.toContain('secret-of-slack');
});
