import { expect, test } from 'vitest';
import { runScenario } from './src/conformance/run-scenario.ts';

const SCENARIOS = ['initialize', 'request-metadata', 'http-standard-headers', 'json-schema-ref-no-deref'];

test.each(SCENARIOS)('the conformance scenario %s passes with alivemcp check', async (scenario) => {
  const { code, checks, stderr } = await runScenario(scenario);
  expect(code, stderr).toBe(0);
  const bad = checks.filter(({ status }) => status === 'FAILURE' || status === 'WARNING');
  expect(bad).toEqual([]);
  expect(checks.some(({ status }) => status === 'SUCCESS')).toBe(true);
});

test('a client that does not speak is not passed', async () => {
  const { checks } = await runScenario('initialize', ['--version']);
  expect(checks).toEqual([]);
});
