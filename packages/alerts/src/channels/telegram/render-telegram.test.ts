import { HIDDEN_CHARACTERS, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenText } from '../golden.fixture.ts';
import { hostileEvent, largestEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleEvent, sampleLinks } from '../sample-events.fixture.ts';
import { renderTelegram } from './render-telegram.ts';
import { runningText } from './running-text.ts';

const settings = { botToken: '1234:x', chatId: '-1001' };

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const requests = renderTelegram(event, sampleLinks(event), settings);
  await expect(goldenText(requests)).toMatchFileSnapshot(`../golden/telegram/${type}.txt`);
});

test('a topic of a group is named, and another address taken', () => {
  const more = { topicId: 7, apiUrl: 'http://127.0.0.1:1' };
  const [request] = renderTelegram(sampleEvent('server.down'), {}, { ...settings, ...more });
  expect(request?.url).toBe('http://127.0.0.1:1/bot1234:x/sendMessage');
  expect(JSON.parse(request?.body ?? '')).toMatchObject({ chat_id: '-1001', message_thread_id: 7 });
});

test.each([
  ['#tag /start $CASH', '# tag / start $ CASH'],
  ['HTTP/1.1 and 3/4', 'HTTP/1.1 and 3/4'],
  ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
])('%j → %j', (text, expected) => expect(runningText(text)).toBe(expected));

function expectSafe(event: WebhookBody): void {
  const body = renderTelegram(event, SAMPLE_LINKS, settings)[0]?.body ?? '';
  const { text, parse_mode } = JSON.parse(body) as { text: string; parse_mode: string };
  expect(parse_mode).toBe('HTML');
  expect(text.length).toBeLessThanOrEqual(4_096);
  expect(body).not.toMatch(HIDDEN_CHARACTERS);
  const links = [...text.matchAll(/<a href="([^"<>]*)">/g)].map(([, href]) => href);
  expect(links).toEqual(Object.values(SAMPLE_LINKS));
  const outside = text.replace(/<a href="[^"<>]*">[A-Z][\w ]*<\/a>/g, '').replace(/<code>[^<>]*<\/code>/g, '');
  expect(outside.replace(/^<b>[^<>]*<\/b>/, '')).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
  // The entities brought by the escape are no tags.
  expect(outside.replaceAll('&#39;', "'")).not.toMatch(/@\S|:\/\/|(?<![\p{L}\p{N}<])[#$/][\p{L}\p{N}_]/u);
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe));
});
