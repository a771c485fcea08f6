import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { startTinyServer, type TinyServer } from '../tiny-server.ts';

let open: TinyServer;
let locked: TinyServer;
let gone: string;

beforeAll(async () => {
  open = await startTinyServer();
  locked = await startTinyServer({ token: 'let-me-in' });
  const closed = await startTinyServer();
  gone = closed.url;
  closed.close();
});
afterAll(() => {
  open.close();
  locked.close();
});

test('up is 0, and the document has the promised shape', async () => {
  const { code, stdout, stderr } = await runCli(['check', open.url, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    url: open.url,
    outcome: 'up',
    posture: 'open',
    class: null,
    firstAction: null,
    durationMs: expect.any(Number),
    phases: expect.arrayContaining([{ name: 'tools', ms: expect.any(Number), ok: true }]),
    protocol: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
    serverInfo: { name: expect.any(String), version: '1.0.0' },
    tools: { count: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/), names: ['search'] },
    warnings: [],
    attempts: 1,
    transcript: null,
  });
});

test('people get the phases and what the server says, without its escapes', async () => {
  const { code, stdout } = await runCli(['check', open.url]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^✓ UP {2}http/);
  expect(stdout).toMatch(/ {2}✓ initialize +\d+\.\d ms\n/);
  expect(stdout).toMatch(/tools +1: search\n/);
  expect(stdout).not.toContain('\u001b');
});

test('colour comes with a terminal or by force, and NO_COLOR is respected', async () => {
  expect((await runCli(['check', open.url], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[32m');
  expect((await runCli(['check', open.url], { env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
});

test('down is 1, with class and attempts', async () => {
  const { code, stdout } = await runCli(['check', gone, '--json', '--timeout', '5s']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    outcome: 'down',
    class: 'tcp.refused',
    tools: null,
    protocol: null,
    attempts: 2,
  });
});

test('a stranger is asked for credentials, the bearer gets in, a wrong one is rejected', async () => {
  const asBearer = (token: string) =>
    runCli(['check', locked.url, '--bearer-env', 'T', '--json'], { env: { T: token } });
  const stranger = await runCli(['check', locked.url, '--json']);
  // This server says nowhere how to get a credential: alive, but degraded.
  expect(JSON.parse(stranger.stdout)).toMatchObject({ outcome: 'degraded', posture: 'auth_required' });
  expect(stranger.code).toBe(2);
  expect((await asBearer('let-me-in')).code).toBe(0);
  const wrong = await asBearer('let-me-out');
  expect(JSON.parse(wrong.stdout).posture).toBe('credential_rejected');
  expect(wrong.code).toBe(3);
  expect(wrong.stdout).not.toContain('let-me-out');
});

test('--header is sent', async () => {
  expect((await runCli(['check', locked.url, '--header', 'Authorization: Bearer let-me-in'])).code).toBe(0);
  expect(locked.headers).toContain('Bearer let-me-in');
});

test('--public-only refuses a private address: 64, and no request', async () => {
  const before = open.headers.length;
  const { code, stdout } = await runCli(['check', open.url, '--public-only', '--json']);
  expect(code).toBe(64);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unknown', class: 'target.refused' });
  expect(open.headers).toHaveLength(before);
});
