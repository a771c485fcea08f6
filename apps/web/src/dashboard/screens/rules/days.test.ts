import { expect, it } from 'vitest';
import { DAYS, daysText } from './days.ts';

it('says days in short', () => {
  expect(
    [DAYS, ['fri', 'mon', 'tue', 'wed', 'thu'], ['sat', 'sun'], ['mon', 'wed', 'thu'], ['sun']].map((days) =>
      daysText(days as never),
    ),
  ).toEqual(['every day', 'Mon–Fri', 'Sat, Sun', 'Mon, Wed, Thu', 'Sun']);
});
