import { HIDDEN_CHARACTERS, templateFault, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenText } from '../golden.fixture.ts';
import { hostileEvent, largestEvent, stuffedEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleEvent, sampleLinks } from '../sample-events.fixture.ts';
import { renderTemplate } from './render-template.ts';

const url = 'https://chat.example.com/hooks/x';
const TEMPLATE = JSON.stringify({
  text: '{{alert.title}}\n{{alert.text}}',
  kind: '{{type}}',
  server: { name: '{{data.server.name}}', url: '{{ data.server.url }}' },
  said: ['{{data.summary}}', '{{data.drift.changes.0.summary}}', '{{data.regions}}', '{{data.sequence}}'],
  link: '{{alert.links.incident}}',
  fixed: 1,
});

const filled = (template: object, event: WebhookBody) =>
  JSON.parse(renderTemplate(event, SAMPLE_LINKS, { url, template: JSON.stringify(template) })[0]?.body ?? '');

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const requests = renderTemplate(event, sampleLinks(event), { url, template: TEMPLATE });
  await expect(goldenText(requests)).toMatchFileSnapshot(`../golden/template/${type}.txt`);
});

test('what is not there is empty, and nothing but own members is there', () => {
  const paths = [
    'nothing',
    'data.server.name.length',
    'data.constructor.name',
    '__proto__',
    'data.toString',
    'data.drift.x',
  ];
  const event = sampleEvent('server.down');
  for (const path of paths) expect(filled({ x: `a{{${path}}}b` }, event)).toEqual({ x: 'ab' });
});

test('no value leaves its string, none is filled again, and names are left alone', () => {
  const event = sampleEvent('server.down');
  const summary = '", "admin": true, "x": "{{type}} $& \\';
  const body = filled({ '{{type}}': '{{data.summary}}' }, { ...event, data: { ...event.data, summary } });
  expect(body).toEqual({ '{{type}}': summary });
});

test.each([
  ['{"text": "{{alert.title}}"}', null],
  ['{"text": {{data.sequence}}}', /is JSON/],
  ['text', /is JSON/],
  ['{"text": "{{#each data.drift}}x{{/each}}"}', /a path/],
  ['{"text": "{{alert.title | upper}}"}', /a path/],
  [JSON.stringify('x'.repeat(20_000)), /at most 8192 characters/],
  ['['.repeat(4_000) + ']'.repeat(4_000), /levels deep/],
])('%s', (template, fault) => {
  if (fault === null) expect(templateFault(template)).toBeNull();
  else expect(templateFault(template)).toMatch(fault);
});

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
};

function expectSafe(event: WebhookBody): void {
  const { body } = renderTemplate(event, SAMPLE_LINKS, { url, template: TEMPLATE })[0] ?? { body: '' };
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
  expect(body).not.toMatch(HIDDEN_CHARACTERS);
  const message = JSON.parse(body);
  expect(shapeOf(message)).toEqual(shapeOf(JSON.parse(TEMPLATE)));
  for (const text of [message.server.name, ...message.said]) expect(text).not.toMatch(/:\/\/|@\S/);
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe));
});

test('a template that says everything many times is cut', () => {
  const template = JSON.stringify(Array.from({ length: 450 }, () => '{{data.drift}}'));
  const event = stuffedEvent('日本@everyone ', 'server.drift');
  const body = renderTemplate(event, {}, { url, template })[0]?.body ?? '';
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
  expect(JSON.parse(body)).toHaveLength(450);
});

test('a template of the greatest length is rendered, however it is spelled', () => {
  const template = `[${'1e20,'.repeat(1_600)}1e20]`;
  expect(templateFault(template)).toBeNull();
  expect(renderTemplate(sampleEvent('server.down'), {}, { url, template })).toHaveLength(1);
});
