import { type EventType, HIDDEN_CHARACTERS, type WebhookBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goldenText } from '../golden.fixture.ts';
import { hostileEvent, largestEvent, stuffedEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleEvent, sampleLinks } from '../sample-events.fixture.ts';
import { PAGERDUTY_URLS, renderPagerduty } from './render-pagerduty.ts';

const settings = { routingKey: '0123456789abcdef0123456789abcdef' };
const bodies = (event: WebhookBody) =>
  renderPagerduty(event, SAMPLE_LINKS, settings).map(({ body }) => ({ body, sent: JSON.parse(body) }));

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const requests = renderPagerduty(event, sampleLinks(event), settings);
  await expect(goldenText(requests)).toMatchFileSnapshot(`../golden/pagerduty/${type}.txt`);
});

/** With a key that is not the incident's. */
function keyed(type: EventType): WebhookBody {
  const event = sampleEvent(type);
  return { ...event, data: { ...event.data, dedupKey: type } };
}

test('one incident is one alert: its beginning, its updates and its end have its id as their key', () => {
  const types = [
    'server.down',
    'incident.opened',
    'incident.updated',
    'server.recovered',
    'incident.resolved',
  ] as const;
  const sent = types.flatMap((type) => bodies(keyed(type)).map((request) => request.sent));
  expect(sent.map(({ event_action }) => event_action)).toEqual([
    'trigger',
    'trigger',
    'acknowledge',
    'resolve',
    'resolve',
  ]);
  expect(new Set(sent.map(({ dedup_key }) => dedup_key))).toEqual(
    new Set([sampleEvent('server.down').data.incident?.id]),
  );
});

test('a gate that passed resolves what the ones before it have opened, and nothing else of the server', () => {
  const gate = (type: EventType, id: string) => ({ ...keyed(type), data: { ...keyed(type).data, dedupKey: id } });
  const events = [gate('gate.failed', 'gat_1'), gate('gate.failed', 'gat_2'), gate('gate.passed', 'gat_3')];
  const sent = events.flatMap((event) => bodies(event).map((request) => request.sent));
  expect(sent.map(({ event_action }) => event_action)).toEqual(['trigger', 'trigger', 'resolve']);
  expect(new Set(sent.map(({ dedup_key }) => dedup_key))).toEqual(new Set([`gate:${events[0]?.data.server?.id}`]));
  expect(bodies(keyed('server.down'))[0]?.sent.dedup_key).not.toBe(sent[0].dedup_key);
});

test('an accepted change is information, whatever its class', () => {
  const event = sampleEvent('server.drift');
  const drift = event.data.drift && { ...event.data.drift, accepted: true };
  expect(bodies(event)[0]?.sent.payload.severity).toBe('error');
  expect(bodies({ ...event, data: { ...event.data, drift } })[0]?.sent.payload.severity).toBe('info');
});

test('the European service has an address of its own', () => {
  const [request] = renderPagerduty(sampleEvent('server.down'), {}, { ...settings, url: PAGERDUTY_URLS.eu });
  expect(request?.url).toBe('https://events.eu.pagerduty.com/v2/enqueue');
});

function expectSafe(event: WebhookBody): void {
  for (const { body, sent } of bodies(event)) {
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(32_768);
    expect(body).not.toMatch(HIDDEN_CHARACTERS);
    expect(sent.dedup_key.length).toBeLessThanOrEqual(255);
    if (sent.event_action !== 'trigger') continue;
    expect(sent.payload.summary.length).toBeLessThanOrEqual(1_024);
    expect(['critical', 'error', 'warning', 'info']).toContain(sent.payload.severity);
    // PagerDuty knows no markup, but makes links of addresses.
    expect(JSON.stringify(sent.payload)).not.toContain('://');
  }
}

test('whatever a server writes stays text', () => {
  fc.assert(fc.property(hostileEvent, expectSafe));
});

test('the largest event fits', () => {
  fc.assert(fc.property(largestEvent, expectSafe), { examples: [[stuffedEvent('@', 'incident.opened')]] });
});
