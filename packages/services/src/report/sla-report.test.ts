import { createServerBody, type ServerStatus, slaReport } from '@alivemcp/contracts';
import { insertProbeResults, mergeRollups, schema } from '@alivemcp/db';
import { mergeHistograms } from '@alivemcp/domain';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '../context.ts';
import { closeHours } from '../rollup/close-hours.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { readSlaReport } from './read-sla-report.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let ctx: TestContext;
beforeEach(async () => {
  ctx = await createTestContext(['eu', 'us']);
});
afterEach(() => ctx.close());

const goTo = (iso: string) => ctx.clock.advance(Date.parse(iso) - ctx.clock.now());
const read = (month?: string, more: { serverId?: string; target?: number; scope?: Scope } = {}) => {
  const { scope = ctx.mine, ...query } = more;
  return readSlaReport(ctx, scope, { month, target: 99.9, ...query });
};
const one = async (...query: Parameters<typeof read>) => {
  const report = slaReport.parse(await read(...query));
  const [server] = report.servers;
  if (!server) throw new Error('the report has no server');
  return server;
};

/** A server that was registered then and has been in these states since, each from a time on. */
async function server(name: string, createdAt: string, states: [ServerStatus, string][], scope = ctx.mine) {
  const body = createServerBody.parse({ url: `https://${name}.example/mcp`, name });
  const { id } = await registerServer(ctx, scope, body);
  const of = { workspaceId: scope.workspaceId, serverId: id };
  await ctx.rows(`update server set created_at = '${createdAt}' where id = '${id}'`);
  const rows = states.map(([to, at], i) => ({
    ...{ ...of, sequence: i + 1, from: states[i - 1]?.[0] ?? ('pending' as const), to },
    ...{ at: new Date(at), decidedAt: new Date(at), failingRegions: [], sightedRegions: [] },
  }));
  if (rows.length > 0) await ctx.database.db.insert(schema.transition).values(rows);
  return of;
}

type Of = Awaited<ReturnType<typeof server>>;
let incidents = 0;
const outage = (of: Of, openedAt: string, minutes: number | null, detectMs: number) =>
  ctx.database.db.insert(schema.incident).values({
    ...{ ...of, id: `inc_${incidents++}`, kind: 'down', state: 'resolved', title: 'It is down', regions: [] },
    ...{ openedAt: new Date(openedAt), detectedAt: new Date(Date.parse(openedAt) + detectMs) },
    resolvedAt: minutes === null ? null : new Date(Date.parse(openedAt) + minutes * MINUTE),
  });

/** An hour as it was counted: probes that ended so, those that were up in this bucket of latency. */
const hour = (of: Of, region: string, at: string, up: number, bucket: number, more: object = {}) => ({
  ...{ ...of, region, hour: new Date(at), phase: 'total', up, buckets: [bucket], counts: [up] },
  ...more,
});

test('the example of docs/sla-report.md', async () => {
  goTo('2026-07-15T00:00:00.000Z');
  const of = await server('orders', '2026-05-20T00:00:00.000Z', [
    ['up', '2026-05-20T00:01:00.000Z'],
    ['down', '2026-06-05T12:00:00.000Z'],
    ['up', '2026-06-05T12:10:00.000Z'],
    ['maintenance', '2026-06-10T02:00:00.000Z'],
    ['up', '2026-06-10T03:00:00.000Z'],
    ['unknown', '2026-06-15T10:00:00.000Z'],
    ['up', '2026-06-15T12:20:00.000Z'],
    ['down', '2026-06-20T08:00:00.000Z'],
    ['up', '2026-06-20T08:20:00.000Z'],
  ]);
  await outage(of, '2026-06-05T12:00:00.000Z', 10, 20 * SECOND);
  await outage(of, '2026-06-20T08:00:00.000Z', 20, 40 * SECOND);
  await ctx.database.db
    .insert(schema.latencyHour)
    .values([
      hour(of, 'eu', '2026-06-05T11:00:00.000Z', 60, 26),
      hour(of, 'us', '2026-06-05T12:00:00.000Z', 4, 38, { degraded: 6, down: 10, unknown: 40 }),
    ]);
  await closeHours(ctx);

  expect(await one('2026-06')).toMatchObject({
    availabilityPercent: 99.93,
    coveragePercent: 99.67,
    observedMs: 43_000 * MINUTE,
    downMs: 30 * MINUTE,
    budget: {
      allowedMs: 43 * MINUTE,
      spentMs: 30 * MINUTE,
      leftMs: 13 * MINUTE,
      spentPercent: 69.76,
      burnRate: 0.7,
    },
    incidents: { count: 2, resolved: 2, mttrMs: 15 * MINUTE, mtbfMs: 21_485 * MINUTE, detectMs: 30 * SECOND },
    latency: { count: 64, p50Ms: 105, p95Ms: 936, p99Ms: 936 },
    handshakes: { count: 80, successPercent: 87.5 },
  });
  expect(await read('2026-06')).toMatchObject({
    from: '2026-06-01T00:00:00.000Z',
    to: '2026-07-01T00:00:00.000Z',
    until: '2026-07-01T00:00:00.000Z',
  });
});

test('an outage over the edge of a month is downtime of both, each with its share, and an incident of the first', async () => {
  goTo('2026-11-15T00:00:00.000Z');
  const of = await server('edge', '2026-09-01T00:00:00.000Z', [
    ['up', '2026-09-01T00:00:00.000Z'],
    ['down', '2026-10-31T23:50:00.000Z'],
    ['up', '2026-11-01T00:25:00.000Z'],
  ]);
  await outage(of, '2026-10-31T23:50:00.000Z', 35, 10 * SECOND);
  expect(await one('2026-10')).toMatchObject({ downMs: 10 * MINUTE, incidents: { count: 1, mttrMs: 35 * MINUTE } });
  expect(await one('2026-11')).toMatchObject({ downMs: 25 * MINUTE, incidents: { count: 0, mttrMs: null } });
  expect(await one('2026-09')).toMatchObject({ downMs: 0, availabilityPercent: 100, budget: { burnRate: 0 } });
});

test('maintenance and pause are outside, of the budget too; unknown costs coverage only', async () => {
  goTo('2026-12-01T00:00:00.000Z');
  await server('planned', '2026-10-01T00:00:00.000Z', [
    ['up', '2026-10-01T00:00:00.000Z'],
    ['maintenance', '2026-11-01T00:00:00.000Z'],
    ['up', '2026-11-11T00:00:00.000Z'],
    ['paused', '2026-11-16T00:00:00.000Z'],
    ['pending', '2026-11-26T00:00:00.000Z'],
    ['up', '2026-11-26T00:00:00.000Z'],
    ['unknown', '2026-11-28T12:00:00.000Z'],
    ['up', '2026-11-29T00:00:00.000Z'],
  ]);
  expect(await one('2026-11')).toMatchObject({
    availabilityPercent: 100,
    coveragePercent: 95,
    observedMs: 9.5 * 24 * HOUR,
    budget: { allowedMs: (9.5 * 24 * HOUR) / 1000, burnRate: 0 },
  });
  goTo('2026-11-20T00:00:00.000Z');
  expect(await one('2026-11')).toMatchObject({ observedMs: 5 * 24 * HOUR, coveragePercent: 100 });
});

test('a running month goes up to now; its budget is that of the whole month', async () => {
  const of = await server('running', '2026-10-01T00:00:00.000Z', [
    ['up', '2026-10-01T00:00:00.000Z'],
    ['down', '2026-11-02T09:30:00.000Z'],
  ]);
  await outage(of, '2026-11-02T09:30:00.000Z', null, 10 * SECOND);
  const { until, to, month, servers } = await read();
  expect({ until, to, month }).toEqual({
    until: new Date(START).toISOString(),
    to: '2026-12-01T00:00:00.000Z',
    month: '2026-11',
  });
  expect(servers).toMatchObject([
    {
      downMs: 30 * MINUTE,
      budget: { allowedMs: 43.2 * MINUTE, leftMs: 13.2 * MINUTE, spentPercent: 69.44, burnRate: 14.71 },
      incidents: { count: 1, resolved: 0, mttrMs: null },
    },
  ]);
});

describe('what is not known is no figure', () => {
  const nothing = {
    availabilityPercent: null,
    coveragePercent: null,
    observedMs: 0,
    downMs: null,
    budget: null,
    incidents: { count: 0, resolved: 0, mttrMs: null, mtbfMs: null, detectMs: null },
    latency: { count: 0, p50Ms: null, p95Ms: null, p99Ms: null },
    handshakes: { count: 0, successPercent: null },
  };

  test('of a month before there was the server', async () => {
    const { serverId } = await server('young', '2026-11-01T12:00:00.000Z', [['up', '2026-11-01T12:00:00.000Z']]);
    expect(await read('2026-10')).toMatchObject({ servers: [{ serverId, name: 'young', ...nothing }], total: nothing });
    expect(await one('2026-11')).toMatchObject({ availabilityPercent: 100, observedMs: 22 * HOUR });
  });

  test('of a workspace without servers', async () => {
    expect(await read()).toMatchObject({ servers: [], total: nothing });
  });

  test('of a month that has not begun', async () => {
    await expect(read('2026-12')).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/month' }] });
  });
});

test('percentiles and handshakes are of all probes, the days before today and the hours of today, also late ones', async () => {
  await keepHouse(ctx);
  const of = await server('late', '2026-10-01T00:00:00.000Z', [['up', '2026-10-01T00:00:00.000Z']]);
  const see = (at: string, outcome: 'up' | 'down', latencyMs: number) =>
    insertProbeResults(ctx.database.db, [
      {
        ...{ ...of, region: 'eu', reason: 'scheduled', scheduledAt: new Date(at), startedAt: new Date(at), outcome },
        ...{ posture: 'open', durationMs: latencyMs, latencyMs, attempts: 1, suspect: false, phases: [] },
        ...{ class: null, protocol: null, toolsHash: null, toolsCount: null },
      },
    ]);
  await see('2026-10-31T23:59:00.000Z', 'up', 5_000);
  await see('2026-11-01T00:00:00.000Z', 'up', 100);
  await see('2026-11-02T09:00:00.000Z', 'up', 100);
  await closeHours(ctx);
  const figures = async () => {
    const { latency, handshakes } = await one('2026-11');
    return [latency.count, latency.p99Ms, handshakes.count, handshakes.successPercent];
  };
  expect(await figures()).toEqual([2, 105, 2, 100]);

  await see('2026-11-01T18:00:00.000Z', 'up', 900);
  await see('2026-11-02T09:30:00.000Z', 'down', 900);
  await closeHours(ctx);
  expect(await figures()).toEqual([3, 936, 4, 75]);
  goTo('2026-11-05T00:00:00.000Z');
  expect(await figures()).toEqual([3, 936, 4, 75]);
  expect((await one('2026-10')).latency.count).toBe(1);
});

test('what the database merges is what merging all of them gives', async () => {
  goTo('2026-12-10T00:00:00.000Z');
  const of = await server('busy', '2026-10-01T00:00:00.000Z', []);
  const histogram = fc
    .uniqueArray(fc.record({ bucket: fc.nat(61), count: fc.integer({ min: 1, max: 1000 }) }), {
      selector: ({ bucket }) => bucket,
    })
    .map((hits) => hits.sort((a, b) => a.bucket - b.bucket))
    .map((hits) => ({ buckets: hits.map(({ bucket }) => bucket), counts: hits.map(({ count }) => count) }));
  const histograms = fc.sample(histogram, { numRuns: 60, seed: 7 });
  const rows = histograms.map((each, i) => ({
    ...hour(of, i % 2 ? 'eu' : 'us', new Date(Date.parse('2026-11-30T00:00:00.000Z') + i * HOUR).toISOString(), 1, 0),
    ...each,
  }));
  await ctx.database.db.insert(schema.latencyHour).values(rows);
  await closeHours(ctx);
  const day = (text: string) => new Date(`${text}T00:00:00.000Z`);
  const span = { from: day('2026-11-01'), hoursFrom: day('2026-12-01'), to: day('2027-01-01') };
  const [merged] = await mergeRollups(ctx.database.db, of, span);
  expect(merged).toEqual({ serverId: of.serverId, up: 60, degraded: 0, down: 0, ...mergeHistograms(histograms) });
});

describe('of several servers', () => {
  test('the total is that of their times and probes together', async () => {
    goTo('2026-12-10T00:00:00.000Z');
    const calm = await server('calm', '2026-10-01T00:00:00.000Z', [['up', '2026-10-01T00:00:00.000Z']]);
    const torn = await server('torn', '2026-11-16T00:00:00.000Z', [
      ['up', '2026-11-16T00:00:00.000Z'],
      ['down', '2026-11-20T00:00:00.000Z'],
      ['up', '2026-11-20T01:00:00.000Z'],
    ]);
    await outage(torn, '2026-11-20T00:00:00.000Z', 60, 30 * SECOND);
    await ctx.database.db
      .insert(schema.latencyHour)
      .values([
        hour(calm, 'eu', '2026-11-19T00:00:00.000Z', 98, 26),
        hour(torn, 'eu', '2026-11-19T00:00:00.000Z', 2, 38),
      ]);
    await closeHours(ctx);
    const { servers, total } = await read('2026-11');
    expect(servers.map(({ name }) => name)).toEqual(['calm', 'torn']);
    expect(total).toMatchObject({
      observedMs: 45 * 24 * HOUR,
      downMs: HOUR,
      availabilityPercent: 99.9,
      budget: { allowedMs: 64.8 * MINUTE, leftMs: 4.8 * MINUTE, spentPercent: 92.59, burnRate: 0.93 },
      incidents: { count: 1, mtbfMs: 45 * 24 * HOUR - HOUR },
      latency: { count: 100, p95Ms: 105, p99Ms: 936 },
      handshakes: { count: 100, successPercent: 100 },
    });
    expect((await read('2026-11', { serverId: torn.serverId })).servers.map(({ name }) => name)).toEqual(['torn']);
    expect((await read('2026-11', { serverId: calm.serverId })).total).toMatchObject({
      downMs: 0,
      latency: { count: 98 },
    });
  });

  test('those of another workspace are not there', async () => {
    const mine = await server('mine', '2026-10-01T00:00:00.000Z', [['up', '2026-10-01T00:00:00.000Z']]);
    await server('theirs', '2026-10-01T00:00:00.000Z', [['down', '2026-10-01T00:00:00.000Z']], ctx.theirs);
    await outage(mine, '2026-10-05T00:00:00.000Z', 1, 0);
    const scope = ctx.theirs;
    expect(await one('2026-10', { scope })).toMatchObject({ name: 'theirs', incidents: { count: 0 } });
    expect(await read('2026-10')).toMatchObject({ servers: [{ name: 'mine', downMs: 0 }], total: { downMs: 0 } });
    await expect(read('2026-10', { scope, serverId: mine.serverId })).rejects.toMatchObject({ status: 404 });
  });
});
