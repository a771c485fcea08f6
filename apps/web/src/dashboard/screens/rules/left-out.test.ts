import type { PutRulesBody } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { leftOutText } from './left-out.ts';

const to = (...channelIds: string[]): PutRulesBody['routes'][number] => ({ events: null, channelIds });
const escalate = { afterMs: 60_000, channelId: 'whk_gone' };
const said = (routes: PutRulesBody['routes'], next: PutRulesBody['escalate'] = null) =>
  leftOutText({ routes, escalate: next }, new Set(['whk_1']));

it('says what is left out for a deleted channel', () => {
  expect(said([to(), to('whk_1')], { ...escalate, channelId: 'whk_1' })).toBeNull();
  expect(said([to('whk_gone')])).toBe('A route to a channel that was deleted is left out: save to be rid of it.');
  expect(said([], escalate)).toMatch('The escalation to a channel that was deleted is left out');
  expect(said([to('whk_gone'), to('whk_old'), to('whk_1', 'whk_gone')], escalate)).toMatch(
    '2 routes, a part of a route, and the escalation to a channel that was deleted are left out: save to be rid of them.',
  );
});
