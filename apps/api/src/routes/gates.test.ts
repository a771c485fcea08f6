import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
let serverId: string;
beforeAll(async () => {
  test = await createTestApp();
  serverId = (await test.register()).id;
});
afterAll(() => test.close());

const URL = '/api/v1/gates';
const open = (body: object, headers?: object) =>
  test.ask('POST', URL, { serverId, timeoutMs: 60_000, ...body }, headers);

it('begins a gate, which can be read, listed, and begun only once under one key', async () => {
  const headers = { 'idempotency-key': 'deploy-1' };
  const opened = await open({ expectVersion: '1.4.0' }, headers);
  expect(opened.statusCode).toBe(202);
  const gate = opened.json();
  expect(gate).toMatchObject({
    id: expect.stringMatching(/^gat_/),
    serverId,
    state: 'waiting',
    timeoutMs: 60_000,
    expectVersion: '1.4.0',
    expectHash: null,
    endedAt: null,
    rounds: 1,
    goodRounds: 0,
    regions: [],
    unmet: [{ reason: 'not_observed', sentence: expect.any(String) }],
  });
  expect(Date.parse(gate.deadlineAt) - Date.parse(gate.createdAt)).toBe(60_000);
  expect((await open({ expectVersion: '1.4.0' }, headers)).json().id).toBe(gate.id);

  const read = await test.ask('GET', `${URL}/${gate.id}`);
  expect(read.json()).toEqual(gate);
  const unchanged = await test.ask('GET', `${URL}/${gate.id}`, undefined, { 'if-none-match': read.headers.etag });
  expect(unchanged.statusCode).toBe(304);

  test.clock.advance(1_000);
  const second = (await open({})).json();
  const list = (await test.ask('GET', `${URL}?serverId=${serverId}&limit=1`)).json();
  expect(list.data).toEqual([second]);
  expect((await test.ask('GET', `${URL}?cursor=${list.nextCursor}`)).json()).toEqual({
    data: [gate],
    nextCursor: null,
  });
});

it.each([
  ['/timeoutMs', { timeoutMs: 4_999 }],
  ['/timeoutMs', { timeoutMs: 1_800_001 }],
  ['/expectHash', { expectHash: 'abc' }],
  ['/expectVersion', { expectVersion: ' ' }],
  ['/serverId', { serverId: 'orders' }],
])('names %s when it is wrong', async (pointer, body) => {
  expect((await open(body)).json()).toMatchObject({ status: 422, code: 'invalid', errors: [{ pointer }] });
});

it('is not for strangers, nor for keys that may only read', async () => {
  const stranger = { authorization: `Bearer ${await test.stranger()}` };
  const [gate] = (await test.ask('GET', URL)).json().data;
  expect((await test.ask('GET', `${URL}/${gate.id}`, undefined, stranger)).statusCode).toBe(404);
  expect((await test.ask('GET', URL, undefined, stranger)).json().data).toEqual([]);
  expect((await open({}, stranger)).json()).toMatchObject({ status: 422, code: 'server_unknown' });
  const reader = { authorization: `Bearer ${await test.key({ scopes: ['servers:read'] })}` };
  expect((await open({}, reader)).statusCode).toBe(403);
  expect((await test.ask('GET', `${URL}/${gate.id}`, undefined, reader)).statusCode).toBe(200);
});
