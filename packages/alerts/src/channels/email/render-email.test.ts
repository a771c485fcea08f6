import { HIDDEN_CHARACTERS, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileEvent, largestEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleEvent, sampleLinks } from '../sample-events.fixture.ts';
import { renderEmail } from './render-email.ts';

const settings = {
  eventId: 'evt_01k9x2m4q8r6t3v5w7y9z1b3c5',
  domain: 'status.example.com',
  unsubscribeUrl: 'https://status.example.com/unsubscribe/x?a=1&b=2',
};
const mail = (event: WebhookBody) => renderEmail(event, SAMPLE_LINKS, settings);

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const { subject, headers, text, html } = renderEmail(event, sampleLinks(event), settings);
  const lines = Object.entries({ Subject: subject, ...headers }).map(([name, value]) => `${name}: ${value}`);
  await expect(`${lines.join('\n')}\n\n${text}`).toMatchFileSnapshot(`../golden/email/${type}.txt`);
  await expect(html).toMatchFileSnapshot(`../golden/email/${type}.html.txt`);
});

test('all mails of an incident have one thread and one subject, and each an id of its own', () => {
  const types = [
    'server.down',
    'incident.opened',
    'incident.updated',
    'server.recovered',
    'incident.resolved',
  ] as const;
  const mails = types.map((type) => renderEmail(sampleEvent(type), {}, { ...settings, eventId: `evt_${type}` }));
  expect(new Set(mails.map(({ headers }) => headers.References)).size).toBe(1);
  expect(new Set(mails.map(({ headers }) => headers['Message-ID'])).size).toBe(types.length);
  expect(mails.map(({ subject }) => subject)).toEqual([
    'Orders is down',
    'Orders is down',
    'Re: Orders is down',
    'Re: Orders is down',
    'Re: Orders is down',
  ]);
});

/** The tags of a page, without their text. */
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];
const OUR_TAG =
  /^<(?:!doctype html|\/?(?:html|head|body|title|h1|h2|p|ul|li|table|tr|td|th|a)(?: (?:lang|style|scope|align|valign|href)="[^"<>]*")*|meta (?:charset="utf-8"|name="color-scheme" content="light dark"))>$/;

function expectSafe(event: WebhookBody): void {
  const { subject, text, html, headers } = mail(event);
  expect(subject.length).toBeLessThanOrEqual(150);
  for (const value of [subject, ...Object.values(headers)]) expect(value).not.toMatch(/[\r\n]/);
  // Gmail cuts what is longer.
  expect(Buffer.byteLength(html)).toBeLessThan(102_000);
  for (const part of [subject, text, html]) expect(part).not.toMatch(HIDDEN_CHARACTERS);
  for (const tag of tagsOf(html)) expect(tag).toMatch(OUR_TAG);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual([...Object.values(SAMPLE_LINKS), settings.unsubscribeUrl.replaceAll('&', '&amp;')]);
  expect(text.match(/\w+:\/\//g)).toHaveLength(links.length);
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe));
});

test('what a watched server wrote is in no header', () => {
  const event = sampleEvent('server.drift');
  const { subject, headers } = mail({ ...event, data: { ...event.data, summary: 'from the server' } });
  expect(JSON.stringify([subject, headers])).not.toContain('from the server');
});
