import type { SlaReport } from '@alivemcp/contracts';
import { expect, it, test } from 'vitest';
import { renderSlaCsv } from './render-sla-csv.ts';
import { toFigures } from './to-figures.ts';

const MINUTE = 60_000;
const FACTS = {
  states: { up: 42_970 * MINUTE, degraded: 0, down: 30 * MINUTE, unknown: 0, paused: 0, maintenance: 0, pending: 0 },
  remainingMs: 0,
  outages: [],
  probes: { up: 1, degraded: 0, down: 0, buckets: [26], counts: [1] },
};
const UNSEEN = { ...FACTS.states, up: 0, down: 0 };

const report = (name: string, facts = FACTS): SlaReport => ({
  ...{ month: '2026-06', from: '2026-06-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' },
  ...{ until: '2026-07-01T00:00:00.000Z', targetPercent: 99.9, total: toFigures(facts, 99.9) },
  servers: [{ serverId: 'srv_1', name, ...toFigures(facts, 99.9) }],
});
const lines = (csv: string) => csv.split('\r\n');

it('has a head, a row a server, and nothing where nothing is known', () => {
  expect(lines(renderSlaCsv(report('Orders')))).toEqual([
    'server_id,server,month,until,target_percent,availability_percent,coverage_percent,observed_ms,downtime_ms,budget_allowed_ms,budget_spent_ms,budget_left_ms,budget_spent_percent,burn_rate,incidents,incidents_resolved,mttr_ms,mtbf_ms,time_to_detect_ms,latency_probes,latency_p50_ms,latency_p95_ms,latency_p99_ms,handshakes,handshake_success_percent',
    'srv_1,Orders,2026-06,2026-07-01T00:00:00.000Z,99.9,99.93,100,2580000000,1800000,2580000,1800000,780000,69.76,0.7,0,0,,,,1,105,105,105,1,100',
    '',
  ]);
  expect(lines(renderSlaCsv(report('Orders', { ...FACTS, states: UNSEEN })))[1]).toBe(
    'srv_1,Orders,2026-06,2026-07-01T00:00:00.000Z,99.9,,,0,,,,,,,0,0,,,,1,105,105,105,1,100',
  );
});

test.each([
  ['a,b', '"a,b"'],
  ['the "best"', '"the ""best"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['a=1', 'a=1'],
])('the name %j becomes %j', (name, cell) => {
  expect(renderSlaCsv(report(name))).toContain(`\r\nsrv_1,${cell},2026-06,`);
});

it('a number below zero stays a number', () => {
  const spent = { ...FACTS, states: { ...FACTS.states, down: 100 * MINUTE } };
  expect(renderSlaCsv(report('Orders', spent))).toContain(',-3415800,');
});
