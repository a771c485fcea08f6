import { expect, test } from 'vitest';
import { type Check, shortfallOf } from './shortfall.ts';

const RULES = { latencyBudgetMs: 2000, need: 2 };
const good = (region: string, latencyMs = 100): Check => ({ region, outcome: 'up', class: null, latencyMs });
const bad = (region: string, found: Check['class'] = 'http.server_error'): Check => ({
  region,
  outcome: 'down',
  class: found,
  latencyMs: null,
});
const many = (n: number, check: Check) => Array.from({ length: n }, () => check);

test('nothing, where all is well', () => {
  expect(shortfallOf([], RULES)).toBeNull();
  expect(shortfallOf(many(15, good('eu')), RULES)).toBeNull();
});

test('failing too often comes before being slow, and is named by what was seen last', () => {
  const checks = [bad('eu'), bad('us', 'http.timeout_headers'), bad('eu'), ...many(12, good('eu', 9000))];
  expect(shortfallOf(checks, RULES)).toEqual({
    class: 'http.server_error',
    summary: '3 of the last 15 probes failed.',
  });
});

test('slow is what good answers are', () => {
  expect(shortfallOf([bad('eu'), ...many(4, good('eu', 2500))], RULES)).toEqual({
    class: 'latency.over_budget',
    summary: 'The 95th percentile of the last minutes is 2500 ms, over the budget of 2000 ms.',
  });
  const degraded: Check = { ...good('eu', 9000), outcome: 'degraded', class: 'mcp.tool_malformed' };
  expect(shortfallOf(many(5, degraded), RULES)).toBeNull();
});
