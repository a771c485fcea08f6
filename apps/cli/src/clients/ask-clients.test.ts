import { type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import type { ClientVerdict } from './verdict.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const TOKEN = 'let-me-in';

/** Exit code, outcome, and what the clients 1.x and 2.x say. */
async function check(...args: string[]) {
  const { code, stdout, stderr } = await runCli(['check', fixture.url, '--clients', '--json', ...args], {
    env: { T: TOKEN },
  });
  const document: { outcome: string; clients: [ClientVerdict, ClientVerdict] } = JSON.parse(stdout);
  const [v1, v2] = document.clients;
  return { code, stdout, stderr, outcome: document.outcome, v1, v2 };
}

const failed = (error: RegExp) => ({
  ok: false,
  error: expect.stringMatching(error),
  protocolVersion: null,
  tools: null,
});

test('a healthy server: names, versions, what was negotiated and listed; sessions are ended', async () => {
  fixture.set({});
  const { code, v1, v2, stderr } = await check();
  const seen = {
    ok: true,
    error: null,
    protocolVersion: '2025-11-25',
    tools: 2,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    durationMs: expect.any(Number),
  };
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(v1).toEqual({ ...seen, name: '@modelcontextprotocol/sdk' });
  expect(v2).toEqual({ ...seen, name: '@modelcontextprotocol/client' });
  expect(fixture.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(3);
});

test('the old transport', async () => {
  fixture.set({ transport: 'sse' });
  const { v1, v2 } = await check();
  expect([v1, v2]).toMatchObject([
    { ok: true, tools: 2 },
    { ok: true, tools: 2 },
  ]);
  const { v1: without } = await check('--transport', 'streamable-http');
  expect(without).toMatchObject(failed(/HTTP 404/));
});

test('a modern server is none for the client 1.x, and the exit code stays ours', async () => {
  fixture.set({ era: 'modern' });
  const { code, v1, v2 } = await check();
  expect(code).toBe(0);
  expect(v1).toMatchObject(failed(/Unsupported protocol version.*HTTP 400.*over HTTP\+SSE/));
  expect(v2).toMatchObject({ ok: true, protocolVersion: '2026-07-28', tools: 2 });
});

test('a server that hangs costs no more than the time allowed', async () => {
  fixture.set({ fault: 'drip', at: 'tools/list' });
  const { code, v1, v2 } = await check('--timeout', '1s');
  expect(code).toBe(1);
  for (const verdict of [v1, v2]) {
    expect(verdict).toMatchObject(failed(/no answer in time|timed out/i));
    expect(verdict.durationMs).toBeLessThan(1500);
  }
});

test('nobody listens', async () => {
  const gone = await startFixture();
  await gone.close();
  const { code, stdout } = await runCli(['check', gone.url, '--clients', '--timeout', '2s']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ @modelcontextprotocol\/sdk \d\S+ +\d+ ms {2}fetch failed.*ECONNREFUSED/);
  expect(stdout).toMatch(/✗ @modelcontextprotocol\/client \d\S+ +\d+ ms {2}Version.*ECONNREFUSED/);
});

test('the credential is presented, and is in no error line', async () => {
  fixture.set({ auth: { tokens: [TOKEN] } });
  expect((await check()).v1).toMatchObject(failed(/HTTP 401/));
  const inside = await check('--bearer-env', 'T');
  expect([inside.code, inside.v1.ok, inside.v2.ok]).toEqual([0, true, true]);
  const byHeader = await check('--header', `Authorization: Bearer ${TOKEN}`);
  expect([byHeader.code, byHeader.v1.ok, byHeader.v2.ok]).toEqual([0, true, true]);

  fixture.set({ fault: { status: 400, body: `no ${TOKEN} \u001b[31m\n${'x'.repeat(2000)}` } });
  const refused = await check('--bearer-env', 'T');
  expect(refused.v1.error).toContain('no [redacted] [31m x');
  expect(refused.v1.error?.length).toBeLessThanOrEqual(300);
  expect(refused.stdout).not.toContain(TOKEN);
});

test('what the clients print of a hostile server stays with them', async () => {
  const inputSchema = { type: 'object', properties: { a: { type: 'string', 'x-mcp-header': '' } } };
  fixture.set({ era: 'modern', tools: [{ name: '\u001b]0;owned\u0007', inputSchema }] });
  const { stderr, v2 } = await check();
  expect(stderr).toBe('');
  expect(v2).toMatchObject({ ok: true, tools: 0 });
});

test('without the flag nobody else asks, and the document has no such member', async () => {
  fixture.set({});
  fixture.requests.length = 0;
  const { stdout } = await runCli(['check', fixture.url, '--json']);
  expect(JSON.parse(stdout)).not.toHaveProperty('clients');
  for (const { headers } of fixture.requests) expect(headers['user-agent']).toMatch(/^AliveMCP/);
});

test('they do not run where the rules of the service are asked for: 64, and no request', async () => {
  fixture.requests.length = 0;
  const { code, stdout, stderr } = await runCli(['check', fixture.url, '--clients', '--public-only']);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/--clients: .* cannot run with --public-only/);
  expect(fixture.requests).toEqual([]);
});
