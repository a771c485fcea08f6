import { expect, it } from 'vitest';
import { repetitionOf, repetitionWords, ruleOf } from './repetition.ts';

it.each([
  [null, 'once', 'Once'],
  ['FREQ=DAILY', 'daily', 'Daily'],
  ['FREQ=WEEKLY', 'weekly', 'Weekly'],
  ['FREQ=WEEKLY;BYDAY=MO,SU', 'weekly', 'Weekly on Monday, Sunday'],
  ['FREQ=MONTHLY', 'monthly', 'Monthly'],
  ['FREQ=MONTHLY;BYDAY=1SU', 'rule', 'FREQ=MONTHLY;BYDAY=1SU'],
  ['FREQ=WEEKLY;INTERVAL=2', 'rule', 'FREQ=WEEKLY;INTERVAL=2'],
])('reads %s as %s and writes it back', (rrule, how, words) => {
  const repetition = repetitionOf(rrule);
  expect([repetition.how, repetitionWords(rrule), ruleOf(repetition)]).toEqual([how, words, rrule]);
});

it('takes a rule as it stands in a calendar file', () => {
  expect(ruleOf({ how: 'rule', days: [], rule: ' RRULE:FREQ=YEARLY ' })).toBe('FREQ=YEARLY');
});

it('keeps what was chosen before for when it is chosen again', () => {
  expect(ruleOf({ how: 'daily', days: ['MO'], rule: 'FREQ=YEARLY' })).toBe('FREQ=DAILY');
});
