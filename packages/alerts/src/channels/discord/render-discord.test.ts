import { HIDDEN_CHARACTERS, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenText } from '../golden.fixture.ts';
import { hostileEvent, largestEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleLinks } from '../sample-events.fixture.ts';
import { escapeDiscord } from './escape-discord.ts';
import { renderDiscord } from './render-discord.ts';

const settings = { url: 'https://discord.com/api/webhooks/1/x' };
const { incident, acknowledge, server, mute, page } = SAMPLE_LINKS;
const OUR_LINKS = `[Incident](${incident}) · [Acknowledge](${acknowledge}) · [Server](${server}) · [Mute](${mute}) · [Public page](${page})`;

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const requests = renderDiscord(event, sampleLinks(event), settings);
  await expect(goldenText(requests)).toMatchFileSnapshot(`../golden/discord/${type}.txt`);
});

test.each([
  ['[x](https://evil.tld)', '\\[x\\]\\(https\\://evil.tld\\)'],
  ['<@1> @everyone :fire:', '\\<\\@1\\> \\@everyone \\:fire\\:'],
  ['a\\*b', 'a\\\\\\*b'],
  ['- a\n1. b', '\\- a\n1\\. b'],
  ['well-known 1.5', 'well-known 1.5'],
])('%j → %j', (text, expected) => expect(escapeDiscord(text)).toBe(expected));

type Embed = { title: string; description: string; fields: { name: string; value: string }[] };

function expectSafe(event: WebhookBody): void {
  const body = renderDiscord(event, SAMPLE_LINKS, settings)[0]?.body ?? '';
  const message = JSON.parse(body) as { embeds: [Embed]; allowed_mentions: unknown; content?: string };
  expect(message.allowed_mentions).toEqual({ parse: [] });
  expect(message.content).toBeUndefined();
  expect(body).not.toMatch(HIDDEN_CHARACTERS);
  const [{ title, description, fields }] = message.embeds;
  expect(title.length).toBeLessThanOrEqual(256);
  expect(description.length).toBeLessThanOrEqual(4_096);
  expect(description.endsWith(OUR_LINKS)).toBe(true);
  expect(fields.length).toBeLessThanOrEqual(25);
  expect(fields.every(({ name, value }) => value.length > 0 && value.length <= 1_024 && name.length <= 256)).toBe(true);
  const texts = [title, description.slice(0, -OUR_LINKS.length), ...fields.map(({ value }) => value)];
  const names = fields.map(({ name }) => name);
  expect([...texts, OUR_LINKS, ...names].join('').length).toBeLessThanOrEqual(6_000);
  for (const text of texts) expect(text.replace(/\\[^0-9A-Za-z\s]/g, '')).not.toMatch(/[\\`*_~|<>[\]()#@:]/);
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe));
});
