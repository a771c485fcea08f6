import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { startTinyServer, type TinyServer } from '../tiny-server.ts';

let server: TinyServer;
let cwd: string;

beforeAll(async () => {
  server = await startTinyServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'alivemcp-snapshot-'));
});
afterEach(() => rm(cwd, { recursive: true }));

test('writes the document to schema-snapshot.json, and nothing to stdout', async () => {
  const { code, stdout, stderr } = await runCli(['snapshot', server.url], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^schema-snapshot.json: 1 tool, [0-9a-f]{64}\n$/);
  const document = JSON.parse(await readFile(join(cwd, 'schema-snapshot.json'), 'utf8'));
  expect(Object.keys(document)).toEqual(['algorithm', 'hash', 'protocol', 'serverInfo', 'tools']);
  expect(document).toMatchObject({ algorithm: 'alivemcp-tools-v1', tools: [{ name: 'search' }] });
  expect(await readdir(cwd)).toEqual(['schema-snapshot.json']);
});

test.each([['--json'], ['-o', '-']])('%s %s prints it and writes no file', async (...args) => {
  const { code, stdout, stderr } = await runCli(['snapshot', server.url, ...args], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout).tools).toHaveLength(1);
  expect(await readdir(cwd)).toEqual([]);
});

test('a place that cannot be written is named, and no draft is left', async () => {
  const { code, stderr } = await runCli(['snapshot', server.url, '-o', 'absent/x.json'], { cwd });
  expect(code).toBe(64);
  expect(stderr).toMatch(/cannot write absent\/x.json: ENOENT/);
});

test('without a tool list there is no file, and the exit code is that of check', async () => {
  const { code, stdout, stderr } = await runCli(['snapshot', 'http://127.0.0.1:1/mcp'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/✗ DOWN/);
  expect(await readdir(cwd)).toEqual([]);
});

test('a snapshot held against the live server', async () => {
  await runCli(['snapshot', server.url], { cwd });
  const calm = await runCli(['diff', 'schema-snapshot.json', server.url, '--fail-on', 'any'], { cwd });
  expect(calm).toMatchObject({ code: 0, stdout: '= No change\n', stderr: '' });
  server.tools = [{ name: 'book', inputSchema: { type: 'object' } }];
  const drifted = await runCli(['diff', 'schema-snapshot.json', server.url, '--fail-on', 'breaking', '--json'], {
    cwd,
  });
  expect(drifted.code).toBe(1);
  expect(JSON.parse(drifted.stdout)).toMatchObject({ class: 'breaking', versionVerdict: 'understated' });
});
