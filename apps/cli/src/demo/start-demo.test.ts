import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Listener, listen } from './listen.ts';
import { type RunningDemo, startDemo } from './start-demo.ts';

let dataDir: string;
let other: Listener | undefined;
const demos: RunningDemo[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-demo-'));
});
afterEach(async () => {
  await Promise.all(demos.splice(0).map((demo) => demo.close()));
  await other?.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<RunningDemo> {
  const demo = await startDemo(dataDir);
  demos.push(demo);
  return demo;
}
const urlsOf = ({ servers, receiverUrl }: RunningDemo) => [...servers.map((server) => server.url), receiverUrl];

test('keeps its ports and its password for the next start, for the owner alone', async () => {
  const first = await start();
  expect(new Set(urlsOf(first)).size).toBe(7);
  expect(first.egressAllow).toEqual(urlsOf(first).map((url) => new URL(url).host));
  expect((await stat(join(dataDir, 'demo.json'))).mode & 0o777).toBe(0o600);
  expect((await fetch(first.receiverUrl, { method: 'POST', body: '{}' })).status).toBe(204);
  await first.close();
  await expect(fetch(first.receiverUrl)).rejects.toThrow();

  const second = await start();
  expect(urlsOf(second)).toEqual(urlsOf(first));
  expect(second.password).toBe(first.password);
});

test('names the server whose port is taken, and leaves no other open', async () => {
  const first = await start();
  await first.close();
  const port = Number(new URL(first.servers[3]?.url ?? '').port);
  other = await listen(port, () => {});
  await expect(startDemo(dataDir)).rejects.toThrow(`Port ${port} of the demo server "Payments" is in use.`);
  await expect(fetch(first.servers[0]?.url ?? '')).rejects.toThrow();
});

test('says what to do about a file it cannot read', async () => {
  await writeFile(join(dataDir, 'demo.json'), '{"password":');
  await expect(startDemo(dataDir)).rejects.toThrow(/demo\.json cannot be read\. Delete it/);
});
