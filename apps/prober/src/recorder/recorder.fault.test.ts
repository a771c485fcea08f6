import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProbeResult } from '@alivemcp/contracts';
import { type EmbeddedPostgres, startPostgres } from '@alivemcp/embedded-postgres';
import { migrate, type RecordedProbe } from '@alivemcp/services';
import { probed, waitFor } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { proberWorld } from '../testing/prober-world.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { openSpool, type Spool } from './spool/spool.ts';

let dataDir: string;
let postgres: EmbeddedPostgres;
let world: Awaited<ReturnType<typeof proberWorld>>;
let recorder: Recorder;
let spool: Spool;
let target: { workspaceId: string; serverId: string };
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-fault-'));
  postgres = await startPostgres({ dataDir });
  await migrate(postgres.url);
  world = await proberWorld(postgres.url);
  spool = await openSpool(join(dataDir, 'results'), 1_000_000);
  recorder = createRecorder({ ...world, turn: async () => {}, spool }, 'local');
  target = await world.register('http://127.0.0.1:20001/mcp');
});
afterEach(async () => {
  await recorder.close();
  await world.services.database.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const seen = (at: number, result: Partial<ProbeResult> = {}): RecordedProbe => ({
  ...target,
  scheduledAt: at,
  reason: 'scheduled',
  requestId: null,
  result: probed({ startedAt: at, ...result }),
  toolList: null,
  surface: null,
  alternate: null,
  suspect: false,
});

const killDatabase = async () => {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
};
const allRecorded = (count: number) =>
  waitFor(
    async () => {
      const probes = await world.recorded(target.serverId).catch(() => []);
      return probes.length === count ? probes : null;
    },
    { what: 'all results', timeoutMs: 15_000, everyMs: 200 },
  );

test('results of the time without a database arrive late, once, with their true times', async () => {
  const now = Date.now();
  const times = [now - 3000, now - 2000, now - 1000];
  await recorder.record(seen(times[0] ?? 0));
  await killDatabase();
  for (const at of times.slice(1)) await recorder.record(seen(at));
  const recorded = await allRecorded(times.length);
  expect(recorded.map((probe) => Date.parse(probe.scheduledAt))).toEqual(times.toReversed());
  await waitFor(() => spool.waiting() === 0, { what: 'an empty disk' });
});

test('a prober that ends meanwhile leaves them to the next one', async () => {
  const now = Date.now();
  await killDatabase();
  await Promise.all([seen(now - 1000), { ...seen(now - 1000), reason: 'manual' as const }].map(recorder.record));
  await recorder.close();
  expect(spool.waiting()).toBe(2);
  recorder = createRecorder({ ...world, turn: async () => {}, spool }, 'local');
  await allRecorded(2);
  expect(await world.metrics.render()).toMatch(/results_waiting\{region="local"\} 0/);
});

test('a result that the database refuses costs no other result of its batch', async () => {
  const poison = seen(Date.now(), { startedAt: Number.MAX_SAFE_INTEGER / 1e4, class: 'no\u0000such' as never });
  const good = { ...seen(Date.now() - 1000), ...(await world.register('http://127.0.0.1:20002/mcp')) };
  await Promise.all([poison, good].map(recorder.record));
  expect(await world.recorded(good.serverId)).toHaveLength(1);
  expect(await world.metrics.render()).toMatch(/results_dropped_total\{region="local"\} 1/);
});
