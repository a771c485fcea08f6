import type { Channel } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { channelChange, newChannel } from './channel-body.ts';

function form(fields: Record<string, string>, events: string[] = []): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const event of events) data.append('events', event);
  return data;
}

const ALL = { which: 'all', name: '' };
const HOOK = { type: 'webhook', url: 'https://example.com/', which: 'chosen' };

it.each([
  [
    { type: 'webhook', url: ' https://example.com/hook ', template: ' ' },
    { type: 'webhook', url: 'https://example.com/hook' },
  ],
  [
    { type: 'webhook', url: 'https://example.com/', template: '{"a":"{{type}}"}' },
    { type: 'webhook', url: 'https://example.com/', template: '{"a":"{{type}}"}' },
  ],
  [
    { type: 'telegram', botToken: '1:a', chatId: '-100', topicId: '7', apiUrl: '' },
    { type: 'telegram', botToken: '1:a', chatId: '-100', topicId: 7 },
  ],
  [
    { type: 'pagerduty', routingKey: 'abc', url: '' },
    { type: 'pagerduty', routingKey: 'abc' },
  ],
  [
    { type: 'email', address: 'a@example.com', url: 'https://left.over' },
    { type: 'email', address: 'a@example.com' },
  ],
])('sends what was filled in and belongs to the type: %o', (fields, body) => {
  expect(newChannel(form({ ...ALL, ...fields }, ['server.down']))).toEqual(body);
});

it('sends the chosen events, also when there is none, for the API to refuse', () => {
  const chosen = newChannel(form({ ...HOOK, name: 'Ops' }, ['server.down', 'server.drift']));
  expect(chosen).toMatchObject({ name: 'Ops', events: ['server.down', 'server.drift'] });
  expect(newChannel(form(HOOK)).events).toEqual([]);
});

const WEBHOOK = { type: 'webhook', name: 'Ops', url: 'https://a.example/', template: null, events: null } as Channel;
const SAME = { name: 'Ops', url: 'https://a.example/', template: '', which: 'all' };

it.each([
  [{}, {}],
  [{ name: 'Night' }, { name: 'Night' }],
  [{ url: 'https://b.example/' }, { url: 'https://b.example/' }],
  [{ template: '{}' }, { template: '{}' }],
  [{ which: 'chosen' }, { events: ['server.down'] }],
])('of a webhook sends only what is new: %o', (typed, change) => {
  expect(channelChange(form({ ...SAME, ...typed }, ['server.down']), WEBHOOK)).toEqual(change);
});

it('takes a template away, and says "all" as the API does', () => {
  const saved: Channel = { ...WEBHOOK, template: '{}', events: ['server.down'] };
  expect(channelChange(form(SAME), saved)).toEqual({ template: null, events: null });
  expect(channelChange(form({ ...SAME, template: '{}', which: 'chosen' }, ['server.down']), saved)).toEqual({});
});

it('takes away what was said to go', () => {
  const saved = { type: 'telegram', name: 'Ops', url: null, template: null, events: null } as Channel;
  const change = (typed: Record<string, string>) => channelChange(form({ name: 'Ops', which: 'all', ...typed }), saved);
  expect(change({ botToken: '2:b', without: 'apiUrl' })).toEqual({ botToken: '2:b', apiUrl: null });
  expect(change({ without: 'topicId' })).toEqual({ topicId: null });
});

it('keeps a secret that was left empty; another chat without a topic has none', () => {
  const saved = { type: 'telegram', name: 'Ops', url: null, template: null, events: null } as Channel;
  const change = (typed: Record<string, string>) => channelChange(form({ name: 'Ops', which: 'all', ...typed }), saved);
  expect(change({ botToken: '', chatId: '', topicId: '', apiUrl: '' })).toEqual({});
  expect(change({ botToken: '2:b' })).toEqual({ botToken: '2:b' });
  expect(change({ chatId: '-2' })).toEqual({ chatId: '-2', topicId: null });
  expect(change({ chatId: '-2', topicId: '9' })).toEqual({ chatId: '-2', topicId: 9 });
  expect(change({ topicId: '9' })).toEqual({ topicId: 9 });
});
