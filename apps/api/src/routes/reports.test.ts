import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

const URL = '/api/v1/reports/sla';
let test: TestApp;
let serverId: string;
beforeAll(async () => {
  test = await createTestApp();
  test.clock.advance(Date.parse('2026-11-20T00:00:00.000Z') - test.clock.now());
  serverId = (await test.register({ name: '=1+1' })).id;
  test.clock.advance(60_000);
});
afterAll(() => test.close());

it('answers the running month at 99.9 %, unless asked for another', async () => {
  expect((await test.ask('GET', URL)).json()).toMatchObject({
    month: '2026-11',
    until: '2026-11-20T00:01:00.000Z',
    targetPercent: 99.9,
    servers: [{ serverId, name: '=1+1', coveragePercent: 0, budget: null }],
    total: { observedMs: 0, downMs: null },
  });
  const asked = await test.ask('GET', `${URL}?month=2026-10&target=99.95&serverId=${serverId}`);
  expect(asked.json()).toMatchObject({ month: '2026-10', targetPercent: 99.95, servers: [{ coveragePercent: null }] });
});

it('is a file as CSV, whose names no spreadsheet runs', async () => {
  const answer = await test.ask('GET', `${URL}?month=2026-11&format=csv`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(answer.headers['content-disposition']).toBe('attachment; filename="sla-2026-11.csv"');
  expect(answer.body.split('\r\n')).toEqual([
    expect.stringMatching(/^server_id,server,/),
    expect.stringMatching(new RegExp(`^${serverId},'=1\\+1,2026-11,`)),
    '',
  ]);
});

it.each([
  ['month=2026-12', '/month'],
  ['month=2026-13', '/month'],
  ['month=0000-01', '/month'],
  ['target=100', '/target'],
  ['target=0', '/target'],
  ['target=', '/target'],
  ['target=most', '/target'],
  ['serverId=7', '/serverId'],
  ['format=pdf', '/format'],
])('refuses %s', async (query, pointer) => {
  const answer = await test.ask('GET', `${URL}?${query}`);
  expect(answer.json()).toMatchObject({ status: 422, code: 'invalid', errors: [{ pointer }] });
});

it('shows a stranger nothing, and nobody without a key or the scope', async () => {
  const ask = async (key: string, query = '') =>
    test.app.inject({ url: URL + query, headers: { authorization: `Bearer ${key}` } });
  const stranger = await test.stranger();
  expect((await ask(stranger)).json()).toMatchObject({ servers: [] });
  expect((await ask(stranger, `?serverId=${serverId}`)).statusCode).toBe(404);
  expect((await ask(await test.key({ scopes: ['incidents:read'] }))).statusCode).toBe(403);
  expect((await test.app.inject(URL)).statusCode).toBe(401);
});
