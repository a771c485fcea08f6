import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalToolList } from '@alivemcp/drift';
import { type Behaviour, type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { startGate } from './gate/start-gate.ts';

/** Gates take seconds by nature, and more on a busy machine. */
const PATIENT = { timeout: 60_000 };
const fixtures: Fixture[] = [];
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'alivemcp-gate-'));
  await writeFile(join(cwd, 'sample.json'), JSON.stringify({ serverInfo: { version: '1.0.0' }, tools: SAMPLE_TOOLS }));
  await writeFile(join(cwd, 'broken.json'), '{"tools":');
});
afterAll(async () => {
  await Promise.all(fixtures.map((fixture) => fixture.close()));
  await rm(cwd, { recursive: true });
});

async function serve(behaviour: Behaviour = {}, port = 0): Promise<Fixture> {
  const fixture = await startFixture(behaviour, { port });
  fixtures.push(fixture);
  return fixture;
}

async function freePort(): Promise<number> {
  const fixture = await startFixture();
  await fixture.close();
  return fixture.port;
}

const versioned = (version: string, tools: unknown = SAMPLE_TOOLS): Behaviour => ({
  serverInfo: { name: 'orders', version },
  tools,
});

async function gate(args: string[], env?: NodeJS.ProcessEnv) {
  const { code, stdout, stderr } = await startGate([...args, '--json'], { cwd, env }).ended();
  return { code, document: JSON.parse(stdout), stdout, stderr };
}

describe.concurrent('a gate', PATIENT, () => {
  test('passes after two good probes, and prints one document of the promised shape', async () => {
    const { url } = await serve(versioned('1.0.0'));
    const { code, document, stderr } = await gate([url, '--snapshot', 'sample.json', '--expect-version', 'v1.0.0']);
    expect(code).toBe(0);
    const { hash } = canonicalToolList(SAMPLE_TOOLS);
    expect(Object.keys(document)).toEqual([
      'url',
      'passed',
      'reason',
      'summary',
      'waitedMs',
      'probes',
      'expected',
      'check',
      'diff',
    ]);
    expect(document).toMatchObject({
      url,
      passed: true,
      reason: null,
      probes: 2,
      expected: { version: 'v1.0.0', snapshotHash: hash, failOn: 'breaking' },
      check: { url, outcome: 'up', class: null, tools: { count: 2, hash } },
      diff: { class: null, versionVerdict: null, changes: [], risks: [] },
    });
    expect(stderr.match(/Good, \d of 2/g)).toEqual(['Good, 1 of 2', 'Good, 2 of 2']);
  });

  test('passes when the server comes up late, and says each state once', async () => {
    const port = await freePort();
    const running = startGate([`http://127.0.0.1:${port}/mcp`, '--wait', '60s'], { cwd });
    await running.said(/tcp\.refused/);
    await serve({}, port);
    const { code, stdout, stderr } = await running.ended();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ PASSED {2}after \d+\.\d s and \d+ probes\n/);
    expect(stderr.match(/tcp\.refused/g)).toHaveLength(1);
  });

  test('passes when the version arrives late', async () => {
    const server = await serve(versioned('1.0.0'));
    const running = startGate([server.url, '--expect-version', '2.0.0', '--wait', '60s'], { cwd });
    await running.said(/Version 1\.0\.0 is served, 2\.0\.0 is expected\./);
    server.set(versioned('2.0.0'));
    expect((await running.ended()).code).toBe(0);
  });

  test('wants its good probes in a row', async () => {
    const server = await serve();
    const running = startGate([server.url, '--wait', '60s', '--json'], { cwd });
    await running.said(/Good, 1 of 2/);
    server.set({ fault: { status: 503 } });
    await running.said(/http\.unavailable/);
    server.set({});
    const { code, stdout } = await running.ended();
    expect(code).toBe(0);
    expect(JSON.parse(stdout).probes).toBeGreaterThanOrEqual(4);
  });

  test('says that there were good probes in the end, but too few', async () => {
    const server = await serve({ fault: { status: 503 } });
    const running = startGate([server.url, '--wait', '7s', '--consecutive', '4', '--json'], { cwd });
    await running.said(/http\.unavailable/);
    server.set({});
    const { code, stdout } = await running.ended();
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ passed: false, reason: 'not_confirmed', check: { outcome: 'up' } });
  });

  test('tells what was last seen, not that the wait was too short for one more look', async () => {
    const server = await serve(versioned('1.0.0'));
    const running = startGate([server.url, '--wait', '5s', '--expect-version', '2.0.0', '--json'], { cwd });
    await running.said(/Version 1\.0\.0 is served/);
    server.set({ fault: 'silence' });
    const { code, stdout } = await running.ended();
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ reason: 'wrong_version', check: { outcome: 'up' } });
  });

  test('that never opens is 1 and says why, within the wait', async () => {
    const url = `http://127.0.0.1:${await freePort()}/mcp`;
    const { code, document } = await gate([url, '--wait', '3s']);
    expect(code).toBe(1);
    expect(document).toMatchObject({
      passed: false,
      reason: 'not_up',
      summary: expect.stringMatching(/^The server is down\. tcp\.refused: /),
      expected: { version: null, snapshotHash: null, failOn: null },
      check: { outcome: 'down', class: 'tcp.refused' },
      diff: null,
    });
    expect(document.waitedMs).toBeLessThan(4000);
  });

  test('is ended by the wait though a probe hangs', async () => {
    const { url } = await serve({ fault: 'silence' });
    const { code, document } = await gate([url, '--wait', '2s', '--consecutive', '1', '--timeout', '60s']);
    expect(code).toBe(1);
    expect(document).toMatchObject({ reason: 'not_up', probes: 1 });
    expect(document.waitedMs).toBeLessThan(30_000);
  });

  test('is not opened by tools that could not be seen, but by the credential', async () => {
    const { url } = await serve({ auth: { tokens: ['let-me-in'], metadata: 'whole' } });
    const short = [url, '--wait', '5s', '--consecutive', '1'];
    const long = [url, '--wait', '60s', '--consecutive', '1'];
    const stranger = await gate(short);
    expect(stranger.code).toBe(1);
    expect(stranger.document).toMatchObject({
      reason: 'credentials_needed',
      check: { outcome: 'up', posture: 'auth_required' },
    });
    const wrong = await gate([...short, '--bearer-env', 'T'], { T: 'let-me-out' });
    expect(wrong).toMatchObject({ code: 1, document: { reason: 'credentials_needed' } });
    expect(wrong.stdout + wrong.stderr).not.toContain('let-me-out');
    expect((await gate([...long, '--bearer-env', 'T'], { T: 'let-me-in' })).code).toBe(0);
    expect((await gate([...long, '--header-env', 'H'], { H: 'Authorization: Bearer let-me-in' })).code).toBe(0);
  });

  test('refuses an address at once with --public-only', async () => {
    const server = await serve();
    const { code, document } = await gate([server.url, '--public-only']);
    expect(code).toBe(64);
    expect(document).toMatchObject({ passed: false, reason: 'target_refused', probes: 1 });
    expect(server.requests).toEqual([]);
  });

  test('ends with 130 at Ctrl-C, without a verdict', async () => {
    const { url } = await serve({ fault: 'silence' });
    const running = startGate([url, '--json'], { cwd });
    await running.said(/waiting up to 120 s/);
    running.interrupt();
    expect(await running.ended()).toMatchObject({
      code: 130,
      stdout: '',
      stderr: expect.stringMatching(/interrupted/),
    });
  });

  test('writes the document to a file as well, beside the text for people', async () => {
    const { url } = await serve();
    const { code, stdout } = await startGate([url, '--consecutive', '1', '-o', 'gate.json'], { cwd }).ended();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✓ PASSED/);
    expect(JSON.parse(await readFile(join(cwd, 'gate.json'), 'utf8'))).toMatchObject({ url, passed: true });
  });

  test('prints nothing of a server that moves a cursor or starts a line', async () => {
    const evil = '\u001b[2J\u202e\r\n::error::owned\n';
    const { url } = await serve(
      versioned(`1.0.0${evil}`, [{ name: `a${evil}`, description: evil, inputSchema: { type: 'object' } }]),
    );
    const args = [url, '--snapshot', 'sample.json', '--expect-version', '2.0.0', '--wait', '5s', '--consecutive', '1'];
    const { code, stdout, stderr } = await startGate(args, { cwd }).ended();
    expect(code).toBe(1);
    expect(stdout).toContain('owned');
    expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(`${stdout}${stderr}`).not.toMatch(/^\s*::/m);
  });
});

describe.concurrent('held against a snapshot', PATIENT, () => {
  const more = [...SAMPLE_TOOLS, { name: 'refund', inputSchema: { type: 'object' } }];
  const less = SAMPLE_TOOLS.slice(0, 1);
  test.each([
    ['the same tools', 'any', 0, SAMPLE_TOOLS],
    ['a tool more', 'breaking', 0, more],
    ['a tool more', 'additive', 1, more],
    ['a tool less', 'breaking', 1, less],
  ] as const)('%s, --fail-on %s: exit %i', async (_what, failOn, expected, tools) => {
    const { url } = await serve(versioned('1.0.0', tools));
    const wait = expected === 0 ? '60s' : '5s';
    const args = [url, '--snapshot', 'sample.json', '--fail-on', failOn, '--wait', wait, '--consecutive', '1'];
    const { code, document } = await gate(args);
    expect(code).toBe(expected);
    expect(document).toMatchObject({ passed: expected === 0, reason: expected === 0 ? null : 'tools_changed' });
  });

  test('says for people which changes kept it shut', async () => {
    const { url } = await serve(versioned('1.0.0', less));
    const args = [url, '--snapshot', 'sample.json', '--expect-version', '1.1.0', '--wait', '5s'];
    const { code, stdout } = await startGate(args, { cwd }).ended();
    expect(code).toBe(1);
    expect(stdout).toMatch(/ {2}Version 1\.0\.0 is served, 1\.1\.0 is expected\.\n/);
    expect(stdout).toMatch(/ {2}Against the snapshot the tools have 1 breaking change\.\n/);
    expect(stdout).toMatch(/breaking \(1\)\n {2}Tool "get_order" was removed\.\n/);
  });
});

test('snapshot, check and gate give the hash that the service records', async () => {
  const { url } = await serve();
  const { hash } = canonicalToolList(SAMPLE_TOOLS);
  const snapshot = JSON.parse((await runCli(['snapshot', url, '--json'])).stdout);
  const check = JSON.parse((await runCli(['check', url, '--json'])).stdout);
  const { document } = await gate([url, '--consecutive', '1']);
  expect([snapshot.hash, check.tools.hash, document.check.tools.hash]).toEqual([hash, hash, hash]);
});

describe('wrong usage ends at once with 64', () => {
  const url = 'http://127.0.0.1:9/mcp';
  test.each<[string[], RegExp]>([
    [[], /missing required argument 'url'/],
    [['example.com/mcp'], /"example.com\/mcp" is no URL/],
    [[url, '--wait', 'soon'], /--wait: "soon" is no duration/],
    [[url, '--wait', '61m'], /--wait: 61m is out of range; 1s to 60m/],
    [[url, '--wait', '2s'], /--wait: 2s is too short for 2 good probes in a row; 3s or more/],
    [[url, '--consecutive', '0'], /--consecutive: "0" is no number from 1 to 10/],
    [[url, '--timeout', '10'], /--timeout: "10" is no duration/],
    [[url, '--snapshot', 'absent.json'], /cannot read absent.json: ENOENT/],
    [[url, '--snapshot', 'broken.json'], /broken.json is no snapshot/],
    [[url, '--fail-on', 'breaking'], /--fail-on: goes with --snapshot/],
    [[url, '--expect-version', ' '], /--expect-version: the version is empty/],
    [[url, '--bearer-env', 'NOT_SET_ANYWHERE'], /NOT_SET_ANYWHERE is not set/],
    [[url, '-o', 'absent/gate.json'], /cannot write absent\/gate.json: ENOENT/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runCli(['gate', ...args], { cwd });
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toMatch(message);
  });
});
