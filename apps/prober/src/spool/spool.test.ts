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
  const [first, second] = await (await openSpool(dir, MANY)).list();
  expect([first?.results, second?.results]).toEqual([2, 1]);
  expect(first && (await spool.read(first))).toEqual([probe('a'), probe('b')].map(recorded));
  if (first) await spool.remove(first);
  expect(await spool.list()).toEqual([second]);
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
  const left = await spool.list();
  expect(left.length).toBeGreaterThan(0);
  expect(dropped.reduce((a, b) => a + b, 0)).toBe((5 - left.length) * 2);
  const newest = left.at(-1);
  expect(newest && (await spool.read(newest))?.map(({ serverId }) => serverId)).toEqual(['e', 'e']);
});

test('a file that is cut off, or none of ours, is not taken for results', async () => {
  const spool = await openSpool(dir, MANY);
  await writeFile(join(dir, '000001000000000-1-0-3.json'), '{"toolLists":{}');
  await writeFile(join(dir, '000001000000001-1-0-3.json.part'), '{}');
  await writeFile(join(dir, 'notes.txt'), 'hello');
  const [only, ...more] = await spool.list();
  expect(more).toEqual([]);
  expect(only && (await spool.read(only))).toBeNull();
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
