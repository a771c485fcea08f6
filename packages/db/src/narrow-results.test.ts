import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@alivemcp/testkit';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { listDetachedDays, listPartitionDays, listProbeRows } from './queries/index.ts';

const BEFORE = '0008_narrow_results';

/** The schema as it was before the results became narrow. */
async function migrateBefore(client: pg.Client): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'alivemcp-migrations-'));
  try {
    await cp(fileURLToPath(new URL('../migrations', import.meta.url)), folder, { recursive: true });
    const file = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(file, 'utf8')) as { entries: { tag: string }[] };
    const at = journal.entries.findIndex(({ tag }) => tag === BEFORE);
    await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
    await runMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const insertAt = (at: string, region: string, server = 's', table = 'probe_result') => `
  insert into ${table} (workspace_id, server_id, region, scheduled_at, reason, started_at, outcome, posture, duration_ms,
    latency_ms, phases, protocol, tools_hash, tools_count, attempts, suspect)
  values ('w', '${server}', '${region}', '${at}', 'scheduled', '${at}', 'up', 'open', 30, 25,
    '[{"name":"tcp","ms":3.4,"ok":true},{"name":"close","ms":0,"ok":false}]',
    '{"version":"2025-11-25","era":"legacy","transport":"sse"}', '${'0f'.repeat(32)}', 3, 1, false);`;

test('results from before stay: those of a day, of a day that is being packed, and those that came late', async () => {
  const testDatabase = await createTestDatabase();
  const client = new pg.Client({ connectionString: testDatabase.url });
  await client.connect();
  const database = openDatabase(testDatabase.url);
  try {
    await client.query('drop schema public cascade; drop schema drizzle cascade; create schema public');
    await migrateBefore(client);
    await client.query(`
      insert into workspace (id, name) values ('w', 'w');
      insert into server (workspace_id, id, url, name, slug, public, interval_ms, transport, auth_type, expectations, tags)
        values ('w', 's', 'https://a.example/mcp', 'a', 'a', true, 60000, 'auto', 'none', '{}', '{}');
      create table probe_result_20261119 partition of probe_result for values from ('2026-11-19T00:00Z') to ('2026-11-20T00:00Z');
      create table probe_result_20261120 partition of probe_result for values from ('2026-11-20T00:00Z') to ('2026-11-21T00:00Z');
      ${insertAt('2026-11-19T12:00Z', 'eu')} ${insertAt('2026-11-20T12:00Z', 'eu')} ${insertAt('2026-11-20T12:00Z', 'us')}
      ${insertAt('2026-11-01T12:00Z', 'eu')} ${insertAt('2026-11-20T12:00Z', 'eu', 'gone')}
      alter table probe_result detach partition probe_result_20261119`);
    await migrate(testDatabase.url);
    expect(await listPartitionDays(database.db, 'probe_result')).toEqual(['2026-11-20']);
    expect(await listDetachedDays(database.db)).toEqual(['2026-11-19']);
    const page = { after: null, limit: 10 };
    const rows = await listProbeRows(database.db, 'w', 's', { regions: ['eu', 'us'] }, page);
    expect(rows.map(({ result }) => [result.scheduledAt.toISOString(), result.region])).toEqual([
      ['2026-11-20T12:00:00.000Z', 'us'],
      ['2026-11-20T12:00:00.000Z', 'eu'],
      ['2026-11-01T12:00:00.000Z', 'eu'],
    ]);
    expect(rows[0]?.result).toMatchObject({
      ...{ serverId: 's', outcome: 'up', class: null, durationMs: 30, latencyMs: 25, toolsHash: '0f'.repeat(32) },
      protocol: { version: '2025-11-25', era: 'legacy', transport: 'sse' },
      phases: [
        { name: 'tcp', ms: 3.4, ok: true },
        { name: 'close', ms: 0, ok: false },
      ],
    });
    expect((await client.query('select region from probe_result_20261119')).rows).toEqual([{ region: 'eu' }]);
  } finally {
    await database.close();
    await client.end();
    await testDatabase.drop();
  }
});
