import { createTestDatabase, type TestDatabase } from '@alivemcp/testkit';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { detachDay, dropDay, ensureProbePartitions, listDetachedDays, listPartitionDays } from './partitions.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 20, 12);
let testDatabase: TestDatabase;
let database: Database;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
});
afterEach(async () => {
  await database.close();
  await testDatabase.drop();
});

test('days are made once each, both ends included', async () => {
  await Promise.all([
    ensureProbePartitions(database, NOON - DAY, NOON + DAY),
    ensureProbePartitions(database, NOON, NOON + DAY),
  ]);
  const days = ['2026-11-19', '2026-11-20', '2026-11-21'];
  expect(await listPartitionDays(database.db, 'probe_result')).toEqual(days);
  expect(await listPartitionDays(database.db, 'rollup_5min')).toEqual(days);
});

const insertAt = (day: string) => sql`
  insert into probe_result (server_number, region, scheduled_at, reason, started_at, outcome, posture, duration_ms, phases,
    attempts, suspect)
  values (1, 'eu', ${`${day}T12:00:00Z`}, 'scheduled', ${`${day}T12:00:00Z`}, 'up', 'open', 1, '{}', 1, false)`;
const rowsPerTable = async () =>
  (
    await database.db.execute<{ table: string }>(
      sql`select tableoid::regclass::text as table from probe_result order by scheduled_at`,
    )
  ).rows.map((row) => row.table);

test('a result whose day nobody has made is kept, and moves when the day is made', async () => {
  await database.db.execute(insertAt('2026-11-20'));
  await database.db.execute(insertAt('2026-11-21'));
  expect(await rowsPerTable()).toEqual(['probe_result_late', 'probe_result_late']);
  await ensureProbePartitions(database, NOON, NOON);
  expect(await rowsPerTable()).toEqual(['probe_result_20261120', 'probe_result_late']);
});

test('a dropped day is gone, a detached one waits', async () => {
  await ensureProbePartitions(database, NOON - DAY, NOON);
  expect(await dropDay(database, 'rollup_5min', '2026-11-19')).toBe(true);
  expect(await listPartitionDays(database.db, 'rollup_5min')).toEqual(['2026-11-20']);
  expect(await detachDay(database, 'probe_result', '2026-11-19')).toBe(true);
  expect(await listPartitionDays(database.db, 'probe_result')).toEqual(['2026-11-20']);
  expect(await listDetachedDays(database.db)).toEqual(['2026-11-19']);
});

test('while somebody records a day can be made, and none is taken away', async () => {
  await ensureProbePartitions(database, NOON, NOON);
  await database.transaction(async (tx) => {
    await tx.execute(insertAt('2026-11-20'));
    await ensureProbePartitions(database, NOON, NOON + DAY);
    expect(await listPartitionDays(database.db, 'probe_result')).toEqual(['2026-11-20', '2026-11-21']);
    expect(await detachDay(database, 'probe_result', '2026-11-20')).toBe(false);
  });
  expect(await rowsPerTable()).toEqual(['probe_result_20261120']);
});
