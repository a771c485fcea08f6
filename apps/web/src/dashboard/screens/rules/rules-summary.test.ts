import type { EventType, PutRulesBody } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { summaryOf } from './rules-summary.ts';

const channel = (name: string, events: EventType[] | null = null, enabled = true) => ({
  id: name.toLowerCase(),
  name,
  events,
  enabled,
});
const OPS = channel('Ops');
const CHAT = channel('Chat');
const none: PutRulesBody = { routes: [], afterMs: 0, remindEveryMs: null, escalate: null, quietHours: null };
const said = (rules: Partial<PutRulesBody>, channels = [OPS, CHAT]) =>
  summaryOf({ ...none, ...rules }, channels, 'workspace').map((sentence) => sentence.replace(/[\u2068\u2069]/g, ''));
const MINUTE = 60_000;
const NIGHT = {
  from: '22:00',
  to: '07:00',
  timeZone: 'Europe/Berlin',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
} as const;

it('without rules everything goes to everyone at once', () => {
  expect(said({})).toEqual([
    'At once an outage is told to every channel.',
    'Everything else is told to every channel, too.',
  ]);
});

it('says who is told, when, again, and who next', () => {
  expect(
    said({
      routes: [
        { events: ['server.down', 'incident.opened'], channelIds: ['ops'] },
        { events: ['server.drift', 'latency.breached'], channelIds: ['chat'] },
        { events: ['server.regional'], channelIds: [] },
      ],
      afterMs: 2 * MINUTE,
      remindEveryMs: 7_200_000,
      escalate: { afterMs: 15 * MINUTE, channelId: 'chat' },
      quietHours: { ...NIGHT, days: [...NIGHT.days] },
    }),
  ).toEqual([
    'Once it has lasted 2 min an outage is told to Ops.',
    'A fault or slowness has to last as long to be told. What is shorter is not told.',
    'The reminder comes every 2 h until somebody acknowledges it.',
    'When nobody has acknowledged it after 15 min, Chat is told, too.',
    'Trouble in one region is told to nobody.',
    'Drift and slowness are told to Chat.',
    'A new incident is told to Ops.',
    'Everything else is told to every channel.',
    'It is quiet from 22:00 to 07:00 (Europe/Berlin), Mon–Fri: what happens then, but for the outcome of a gate, is told when that ends. Servers tagged critical are told of at any hour.',
  ]);
});

it('the first route that names an event decides; one to deleted channels does not', () => {
  const all = (channelIds: string[]) => ({ events: null, channelIds });
  expect(said({ routes: [all(['gone']), all(['chat']), all(['ops'])] })).toEqual([
    'At once an outage is told to Chat.',
    'Everything else is told to Chat, too.',
  ]);
  expect(
    said({ routes: [all([])], remindEveryMs: 1_800_000, escalate: { afterMs: MINUTE, channelId: 'ops' } }),
  ).toEqual([
    'Nobody is told of an outage.',
    'When nobody has acknowledged it after 1 min, Ops is told.',
    'Nobody is told of anything else.',
  ]);
});

it('a channel takes only its own events, and none while it is switched off', () => {
  expect(said({}, [OPS, channel('Pager', ['server.down'])])).toEqual([
    'At once an outage is told to every channel.',
    'Everything else is told to Ops.',
  ]);
  expect(said({ escalate: { afterMs: MINUTE, channelId: 'old' } }, [OPS, CHAT, channel('Old', null, false)])).toEqual([
    'At once an outage is told to every channel that is switched on.',
    'When nobody has acknowledged it after 1 min, Old would be told, but that channel is switched off.',
    'Everything else is told to every channel that is switched on, too.',
  ]);
});

it('the delay holds for faults and slowness, too', () => {
  const toNobody = (...events: EventType[]) => ({ events, channelIds: [] });
  const faults = toNobody('server.degraded', 'latency.breached');
  const outages = toNobody('server.down', 'incident.opened');
  expect(said({ afterMs: MINUTE, routes: [faults] }).slice(0, 2)).toEqual([
    'Once it has lasted 1 min an outage is told to every channel.',
    'A shorter one is not told.',
  ]);
  expect(said({ afterMs: MINUTE, routes: [outages] }).slice(0, 2)).toEqual([
    'Nobody is told of an outage.',
    'A fault or slowness is told once it has lasted 1 min.',
  ]);
  expect(said({ afterMs: MINUTE, routes: [outages, faults] })[1]).toMatch('told to nobody');
});

it('an escalation to a channel that is told anyway is told again', () => {
  expect(said({ escalate: { afterMs: MINUTE, channelId: 'ops' } })[1]).toBe(
    'When nobody has acknowledged it after 1 min, Ops is told again.',
  );
});

it('leaves out what is not whole yet', () => {
  expect(said({ escalate: { afterMs: 0, channelId: 'ops' } })).toEqual(said({}));
  expect(said({ escalate: { afterMs: Number.NaN, channelId: 'ops' } })).toEqual(said({}));
  const night = { ...NIGHT, days: [...NIGHT.days] };
  const everyDay = [...NIGHT.days, 'sat' as const, 'sun' as const];
  for (const part of [{ days: [] }, { from: '' }, { to: '' }, { timeZone: ' ' }, { to: '22:00', days: everyDay }])
    expect(said({ quietHours: { ...night, ...part } }).at(-1)).toBe('Quiet hours are not whole yet.');
});

it('names do not turn a sentence around, and of many the first are named', () => {
  expect(summaryOf({ ...none }, [channel('a\u202eb'), channel('Off', null, false)], 'workspace')[0]).toBe(
    'At once an outage is told to \u2068ab\u2069.',
  );
  const many = Array.from({ length: 99 }, (_, i) => channel(`C${i}`));
  expect(said({}, [...many, channel('Pager', ['server.drift'])])[0]).toBe(
    'At once an outage is told to C0, C1, C2, C3, C4, C5, and 93 more.',
  );
});

it('quiet hours do not hold for a critical server', () => {
  const rules: PutRulesBody = { ...none, quietHours: { ...NIGHT, to: '22:00', days: ['sat'] } };
  expect(summaryOf(rules, [OPS], 'server').at(-1)).toBe(
    'It is quiet for 24 h from 22:00 (Europe/Berlin), Sat: what happens then, but for the outcome of a gate, is told when that ends.',
  );
  expect(summaryOf(rules, [OPS], 'critical server').at(-1)).toMatch('do not hold');
});
