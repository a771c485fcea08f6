import type { PutRulesBody } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { bodyOf, draftOf, faultsOf, isIdle, isUnsaved, type RouteDraft, withRoute } from './rules-draft.ts';

const KNOWN = new Set(['whk_1', 'whk_2']);
const stored: PutRulesBody = {
  routes: [
    { events: ['server.drift'], channelIds: ['whk_1', 'whk_2'] },
    { events: null, channelIds: [] },
  ],
  afterMs: 90_000,
  remindEveryMs: 7_200_000,
  escalate: { afterMs: 930_000, channelId: 'whk_2' },
  quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin', days: ['mon', 'sun'] },
};
const none: PutRulesBody = { routes: [], afterMs: 0, remindEveryMs: null, escalate: null, quietHours: null };
const route = (part: Partial<RouteDraft>): RouteDraft => ({
  key: 0,
  all: false,
  events: [],
  nobody: false,
  channelIds: [],
  ...part,
});

it.each([stored, none])('sends what it was given', (rules) => {
  const draft = draftOf(rules, KNOWN);
  expect(bodyOf(draft)).toEqual(rules);
  expect([faultsOf(draft), isUnsaved(draft, draft)]).toEqual([[], false]);
});

it('leaves out what counts as not there, and never makes nobody of it', () => {
  const rules: PutRulesBody = {
    ...none,
    routes: [
      { events: ['server.down'], channelIds: ['whk_gone'] },
      { events: ['servers.down', 'channel.test'], channelIds: ['whk_1'] },
      { events: ['server.down', 'incident.reminder'], channelIds: ['whk_gone', 'whk_1'] },
    ],
    escalate: { afterMs: 60_000, channelId: 'whk_gone' },
  };
  expect(bodyOf(draftOf(rules, KNOWN))).toEqual({
    ...none,
    routes: [{ events: ['server.down'], channelIds: ['whk_1'] }],
  });
});

it('keeps what is switched off, and does not send it', () => {
  const draft = draftOf(stored, KNOWN);
  const off = {
    ...draft,
    escalate: { ...draft.escalate, on: false },
    quietHours: { ...draft.quietHours, on: false },
  };
  expect(bodyOf(off)).toEqual({ ...stored, escalate: null, quietHours: null });
  expect(off.quietHours.timeZone).toBe('Europe/Berlin');
  expect(isUnsaved(off, draft)).toBe(true);
});

it('asks for what is not chosen yet: without a channel a route would be one to nobody', () => {
  const saved = draftOf(none, KNOWN);
  const draft = { ...saved, routes: withRoute([route({ key: 4, all: true, nobody: true })]) };
  expect(draft.routes.map(({ key }) => key)).toEqual([4, 5]);
  expect(faultsOf(draft).map(({ pointer }) => pointer)).toEqual(['/routes/1/events', '/routes/1/channelIds']);
  expect(isUnsaved(draft, saved)).toBe(true);
});

it('asks for the minutes and the days of what is switched on', () => {
  const saved = draftOf(stored, KNOWN);
  const empty = {
    ...saved,
    escalate: { ...saved.escalate, minutes: '' },
    quietHours: { ...saved.quietHours, days: [] },
  };
  expect(faultsOf(empty).map(({ pointer }) => pointer)).toEqual(['/escalate/afterMs', '/quietHours/days']);
  const off = {
    ...empty,
    escalate: { ...empty.escalate, on: false },
    quietHours: { ...empty.quietHours, on: false },
  };
  expect(faultsOf(off)).toEqual([]);
});

it('says which routes never decide', () => {
  const drift = route({ events: ['server.drift'], nobody: true });
  const both = route({ events: ['server.drift', 'server.down'], nobody: true });
  const all = route({ all: true, nobody: true });
  const unfinished = route({ all: true });
  expect(isIdle([unfinished, drift], 1)).toBe(false);
  expect([isIdle([drift, both], 1), isIdle([both, drift], 1)]).toEqual([false, true]);
  expect([isIdle([all, drift], 1), isIdle([both, all], 1), isIdle([all], 0)]).toEqual([true, false, false]);
});
