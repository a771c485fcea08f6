import { expect, test } from 'vitest';
import { FAILURE_CLASSES } from './failure-classes.ts';
import { failureClassOfStatus } from './status-class.ts';

test.each([
  [200, null],
  [204, null],
  [299, null],
  [301, 'http.redirect'],
  [304, 'http.redirect'],
  [400, 'http.client_error'],
  [401, 'http.client_error'],
  [404, 'http.not_found'],
  [410, 'http.not_found'],
  [429, 'http.rate_limited'],
  [500, 'http.server_error'],
  [503, 'http.unavailable'],
  [599, 'http.server_error'],
])('%i → %s', (status, expected) => {
  expect(failureClassOfStatus(status)).toBe(expected);
});

test('every status of three digits has a class of the table, or is a success', () => {
  for (let status = 100; status < 1_000; status++) {
    const found = failureClassOfStatus(status);
    if (found === null) expect(Math.floor(status / 100)).toBe(2);
    else expect(FAILURE_CLASSES).toHaveProperty([found]);
  }
});
