import { expect, it } from 'vitest';
import { channelChange, newWebhook } from './channel-body.ts';

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

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

it('says "all" as the API does: also those that will come', () => {
  const fields: [string, string][] = [
    ['name', 'Ops'],
    ['url', 'https://example.com/'],
    ['events', 'server.down'],
  ];
  expect(channelChange(form([...fields, ['which', 'all']]))).toEqual({
    name: 'Ops',
    url: 'https://example.com/',
    events: null,
  });
  expect(channelChange(form([...fields, ['which', 'chosen']])).events).toEqual(['server.down']);
});
