import { expect, it } from 'vitest';
import { countReport } from './run-vitest.mjs';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

it('counts tests', () => {
  expect(countReport(report, true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

it('counts a file that could not be loaded, and an error outside any test, as failed', () => {
  const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(countReport(broken, false).failed).toBe(1);
  expect(countReport(report, false).failed).toBe(1);
});
