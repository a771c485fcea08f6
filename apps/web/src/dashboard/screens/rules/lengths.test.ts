import { expect, it } from 'vitest';
import { delayOptions, reminderText } from './lengths.ts';

it('offers the delay that is set now in its place among the others', () => {
  expect(delayOptions(0).map(({ value }) => value)).toEqual(delayOptions(300_000).map(({ value }) => value));
  expect(delayOptions(90_000).slice(0, 3)).toEqual([
    { value: '0', label: 'At once' },
    { value: '60000', label: 'Once it has lasted 1 min' },
    { value: '90000', label: 'Once it has lasted 1 min 30 s' },
  ]);
});

it('says how often', () => {
  expect([1_800_000, 86_400_000, 3_600_000].map(reminderText)).toEqual(['every 30 min', 'every day', 'every 1 h']);
});
