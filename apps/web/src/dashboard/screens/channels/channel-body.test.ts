import { type Channel, EVENT_TYPES } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { channelChange, getsAll, newWebhook } from './channel-body.ts';

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}
const channel = (events: Channel['events']) => ({ events }) as Channel;

it('leaves out what was not filled in', () => {
  const body = newWebhook(
    form([
      ['url', ' https://example.com/hook '],
      ['name', '  '],
      ['which', 'all'],
      ['events', 'server.down'],
    ]),
  );
  expect(body).toEqual({ type: 'webhook', url: 'https://example.com/hook' });
});

it('sends the chosen events, also when there is none, for the API to refuse', () => {
  const chosen: [string, string][] = [
    ['url', 'https://example.com/'],
    ['which', 'chosen'],
  ];
  expect(newWebhook(form([...chosen, ['events', 'server.down'], ['events', 'server.drift']])).events).toEqual([
    'server.down',
    'server.drift',
  ]);
  expect(newWebhook(form(chosen)).events).toEqual([]);
});

it('keeps "all" as it is and names every event on the way back to it', () => {
  const all = form([
    ['name', 'Ops'],
    ['url', 'https://example.com/'],
    ['which', 'all'],
  ]);
  expect(channelChange(all, channel(null))).toEqual({ name: 'Ops', url: 'https://example.com/' });
  expect(channelChange(all, channel(['server.down'])).events).toEqual(EVENT_TYPES);
});

it('reads a full list as all', () => {
  expect([null, [...EVENT_TYPES], ['server.down' as const]].map((events) => getsAll({ events }))).toEqual([
    true,
    true,
    false,
  ]);
});
