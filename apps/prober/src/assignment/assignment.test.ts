import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProbeAssignment } from '@alivemcp/services';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAssignment } from './assignment.ts';
import { readAssignment, writeAssignment } from './assignment-file.ts';

const T = 1_700_000_000_000;
const row = (serverId: string, intervalMs = 60_000): ProbeAssignment => ({
  workspaceId: 'wsp_1',
  serverId,
  url: `https://${serverId}.example/mcp`,
  transport: 'auto',
  authType: 'bearer',
  authSealed: 'sealed',
  expectations: {},
  known: null,
  hadTools: true,
  alternateClient: null,
  intervalMs,
});
const ids = (rows: ProbeAssignment[]) => rows.map(({ serverId }) => serverId);

describe('an assignment', () => {
  test('goes on in the rhythm of each server', () => {
    const assignment = createAssignment([]);
    assignment.keep([row('a'), row('b', 10_000)], T);
    assignment.keep([row('c')], T + 1_000);
    expect(ids(assignment.due(T + 10_000, T + 1_000))).toEqual(['b']);
    expect(ids(assignment.due(T + 60_000, T + 1_000))).toEqual(['a', 'b']);
    expect(ids(assignment.due(T + 61_000, T + 1_000))).toEqual(['c']);
    expect(ids(assignment.due(T, T + 1_000))).toEqual([]);
  });

  test('leaves alone what others were given in the last round', () => {
    const assignment = createAssignment([]);
    assignment.keep([row('theirs')], T);
    assignment.keep([row('ours')], T + 60_000);
    expect(ids(assignment.due(T + 120_000, T + 100_000))).toEqual(['ours']);
  });

  test('knows a server by what it was told last', () => {
    const assignment = createAssignment([{ row: row('a'), dueAt: T }]);
    assignment.keep([{ ...row('a'), url: 'https://new.example/mcp' }], T + 60_000);
    expect(assignment.find(['a', 'unknown'])).toMatchObject([{ url: 'https://new.example/mcp' }]);
    assignment.forget(['a']);
    expect(assignment.find(['a'])).toEqual([]);
  });

  test('forgets what it has not been given for two intervals', () => {
    const assignment = createAssignment([]);
    assignment.keep([row('a'), row('hourly', 3_600_000)], T);
    expect(assignment.current(T + 120_000)).toHaveLength(2);
    expect(assignment.current(T + 140_000)).toMatchObject([{ row: { serverId: 'hourly' } }]);
    expect(assignment.find(['a'])).toEqual([]);
  });
});

describe('on disk', () => {
  let dir: string;
  let path: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'alivemcp-assignment-'));
    path = join(dir, 'new', 'local.json');
  });
  afterEach(() => rm(dir, { recursive: true }));

  test('it outlives the process, for its owner alone', async () => {
    const assigned = [{ row: row('a'), dueAt: T }];
    await writeAssignment(path, assigned, T);
    expect(await readAssignment(path, T + 1_000)).toEqual(assigned);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  test('a file that is missing, broken, of another version or a day old is none', async () => {
    expect(await readAssignment(path, T)).toEqual([]);
    await writeAssignment(path, [{ row: row('a'), dueAt: T }], T);
    expect(await readAssignment(path, T + 86_400_000)).toEqual([]);
    await writeFile(path, '{"version":0,"savedAt":9999999999999,"assigned":[1]}');
    expect(await readAssignment(path, T)).toEqual([]);
    await writeFile(path, '{"version":1,');
    expect(await readAssignment(path, T)).toEqual([]);
  });
});
