import { HIDDEN_CHARACTERS, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenText } from '../golden.fixture.ts';
import { hostileEvent, largestEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleLinks } from '../sample-events.fixture.ts';
import { escapeCard, renderTeams } from './render-teams.ts';

const settings = { url: 'https://prod-01.westeurope.logic.azure.com/workflows/x' };

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const requests = renderTeams(event, sampleLinks(event), settings);
  await expect(goldenText(requests)).toMatchFileSnapshot(`../golden/teams/${type}.txt`);
});

test('functions of cards and templates stay text', () => {
  expect(escapeCard('{{DATE(x)}} {{{ ' + '$' + '{a}')).toBe('{ {DATE(x)}} { { { $ {a}');
});

type Run = { type: string; text: string };
type Element = { type: string; inlines?: Run[]; items?: Element[] };

const runsOf = (elements: Element[]): Run[] =>
  elements.flatMap(({ inlines = [], items = [] }) => [...inlines, ...runsOf(items)]);
const typesOf = (elements: Element[]): string[] =>
  elements.flatMap(({ type, items = [] }) => [type, ...typesOf(items)]);

function expectSafe(event: WebhookBody): void {
  const body = renderTeams(event, SAMPLE_LINKS, settings)[0]?.body ?? '';
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000);
  expect(body).not.toMatch(HIDDEN_CHARACTERS);
  const { content } = JSON.parse(body).attachments[0];
  // Text blocks and facts would read Markdown; `entities` would make mentions.
  expect(new Set(typesOf(content.body))).toEqual(new Set(['Container', 'RichTextBlock']));
  expect(content.msteams).toEqual({ width: 'Full' });
  expect(content.actions.map((action: { url: string }) => action.url)).toEqual(Object.values(SAMPLE_LINKS));
  for (const { type, text } of runsOf(content.body)) {
    expect(type).toBe('TextRun');
    expect(text).not.toMatch(/\{\{|\$\{|:\/\//);
  }
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe));
});
