import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalSurface, canonicalToolList } from '@alivemcp/drift';
import type { RecordedProbe } from '@alivemcp/services';
import { probed } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSpool } from './spool.ts';

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'alivemcp-spool-')), 'spool');
});
afterEach(() => rm(join(dir, '..'), { recursive: true }));

const MANY = 1_000_000;
const tools = canonicalToolList([{ name: 'search', description: 'x'.repeat(1000) }]);
const probe = (serverId: string): RecordedProbe => ({
  workspaceId: 'wsp_1',
  serverId,
  scheduledAt: 1000,
  reason: 'scheduled',
  requestId: null,
  result: probed({ summary: `Up \u0000 ${serverId}` }),
  toolList: tools,
  surface: canonicalSurface(probed()),
  alternate: { clientName: 'other', toolList: canonicalToolList([]) },
  suspect: false,
});
const recorded = ({ result, ...rest }: RecordedProbe) => ({
  ...rest,
  result: { ...result, tools: null, lists: {}, capabilities: null, instructions: null },
});

test('gives back what was put, oldest first, also to the next process', async () => {
  const spool = await openSpool(dir, MANY);
  expect(await spool.put([probe('a'), probe('b')])).toBe(0);
  await spool.put([probe('c')]);
  const next = await openSpool(dir, MANY);
  expect(next.waiting()).toBe(3);
  const first = next.oldest();
  expect(first && (await next.read(first))).toEqual([probe('a'), probe('b')].map(recorded));
  if (first) await next.remove(first);
  expect(next.waiting()).toBe(1);
  expect(next.oldest()?.results).toBe(1);
});

test('a list that many share stands on disk once', async () => {
  const spool = await openSpool(dir, MANY);
  await spool.put(Array.from({ length: 50 }, (_, i) => probe(`s${i}`)));
  const [name = ''] = await readdir(dir);
  expect((await stat(join(dir, name))).size).toBeLessThan(50_000);
});

test('when it is full the oldest go, and are counted', async () => {
  const spool = await openSpool(dir, 7_000);
  const dropped = [];
  for (const id of ['a', 'b', 'c', 'd', 'e']) dropped.push(await spool.put([probe(id), probe(id)]));
  expect(spool.waiting()).toBeGreaterThan(0);
  expect(dropped.reduce((a, b) => a + b, 0)).toBe(10 - spool.waiting());
  const left = [];
  for (let batch = spool.oldest(); batch; batch = spool.oldest()) {
    left.push(...((await spool.read(batch)) ?? []));
    await spool.remove(batch);
  }
  expect(left.map(({ serverId }) => serverId).slice(-2)).toEqual(['e', 'e']);
  expect(spool.waiting()).toBe(0);
  expect(await readdir(dir)).toEqual([]);
});

test('a file that is cut off, or none of ours, is not taken for results', async () => {
  await openSpool(dir, MANY);
  await writeFile(join(dir, '000001000000000-1-0-3.json'), '{"toolLists":{}');
  await writeFile(join(dir, '000001000000001-1-0-3.json.part'), '{}');
  await writeFile(join(dir, 'notes.txt'), 'hello');
  const spool = await openSpool(dir, MANY);
  const only = spool.oldest();
  expect(only && (await spool.read(only))).toBeNull();
  if (only) await spool.remove(only);
  expect(spool.oldest()).toBeUndefined();
  expect(await readdir(dir)).toEqual(['notes.txt']);
});

test('only its owner can read it', async () => {
  const spool = await openSpool(dir, MANY);
  await spool.put([probe('a')]);
  const [name = ''] = await readdir(dir);
  expect((await stat(dir)).mode & 0o077).toBe(0);
  expect((await stat(join(dir, name))).mode & 0o077).toBe(0);
});

test('a disk that takes nothing is an error', async () => {
  const spool = await openSpool(dir, MANY);
  await rm(dir, { recursive: true });
  await writeFile(dir, 'no directory any more');
  await expect(spool.put([probe('a')])).rejects.toThrow();
});
