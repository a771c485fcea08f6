import { expect, it } from 'vitest';
import { lossText } from './loss-text.ts';

const to = (...channelIds: string[]) => ({ events: null, channelIds });

it('says what rules lose with a channel', () => {
  expect(lossText(undefined, 'a')).toBe('Alert rules that name it lose it.');
  expect(lossText({ routes: [to('b')], escalate: { afterMs: 60_000, channelId: 'b' } }, 'a')).toBe(
    'Alert rules that name it lose it.',
  );
  expect(lossText({ routes: [to('a', 'b'), to('a')], escalate: { afterMs: 60_000, channelId: 'a' } }, 'a')).toBe(
    'The default alert rules name it in 2 routes and the escalation and lose it, as rules of servers do; a route to it alone counts as not there then.',
  );
  expect(lossText({ routes: [to('a', 'b')], escalate: null }, 'a')).toBe(
    'The default alert rules name it in a route and lose it, as rules of servers do.',
  );
});
