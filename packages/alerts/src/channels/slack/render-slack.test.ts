import { HIDDEN_CHARACTERS, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenText } from '../golden.fixture.ts';
import { hostileEvent, largestEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleLinks } from '../sample-events.fixture.ts';
import { renderSlack } from './render-slack.ts';

const settings = { url: 'https://hooks.slack.com/services/T0/B0/x' };

type TextObject = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean };
type Block = { type: string; text?: TextObject; fields?: TextObject[]; elements?: TextObject[] };

function sent(event: WebhookBody) {
  const [request, ...more] = renderSlack(event, SAMPLE_LINKS, settings);
  expect(more).toEqual([]);
  const body = request?.body ?? '';
  return { body, message: JSON.parse(body) as { text: string; blocks: Block[] } };
}

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  await expect(goldenText(renderSlack(event, sampleLinks(event), settings))).toMatchFileSnapshot(
    `../golden/slack/${type}.txt`,
  );
});

function expectSafe(event: WebhookBody): void {
  const { body, message } = sent(event);
  expect(body.length).toBeLessThanOrEqual(12_000);
  expect(message.blocks.length).toBeLessThanOrEqual(50);
  const plain: [TextObject, max: number][] = [[{ type: 'plain_text', text: message.text, emoji: false }, 3_000]];
  for (const { type, text, fields, elements } of message.blocks) {
    if (text) plain.push([text, type === 'header' ? 150 : 3_000]);
    expect(fields?.length ?? 1).toBeLessThanOrEqual(10);
    for (const field of fields ?? []) plain.push([field, 2_000]);
    for (const link of elements ?? [])
      expect(link.text).toMatch(/^<https:\/\/status\.example\.com\/[\w/?=.]+\|[A-Z][\w ]+>$/);
  }
  for (const [{ type, text, emoji }, max] of plain) {
    expect({ type, emoji }).toEqual({ type: 'plain_text', emoji: false });
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(max);
    expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
    expect(text).not.toMatch(HIDDEN_CHARACTERS);
  }
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe));
});
