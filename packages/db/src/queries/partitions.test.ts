import { createTestDatabase, type TestDatabase } from '@alivemcp/testkit';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { dropProbePartitions, ensureProbePartitions } from './partitions.ts';

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

const partitions = async () =>
  (
    await database.db.execute<{ name: string }>(sql`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'probe_result'::regclass order by 1`)
  ).rows.map((row) => row.name);

test('days are made once each, both ends included', async () => {
  await ensureProbePartitions(database.db, NOON - DAY, NOON + DAY);
  await ensureProbePartitions(database.db, NOON, NOON + DAY);
  expect(await partitions()).toEqual(['probe_result_20261119', 'probe_result_20261120', 'probe_result_20261121']);
});

test('only days that ended before the limit are dropped', async () => {
  await ensureProbePartitions(database.db, NOON - 2 * DAY, NOON);
  expect(await dropProbePartitions(database.db, NOON - DAY)).toEqual(['probe_result_20261118']);
  expect(await partitions()).toEqual(['probe_result_20261119', 'probe_result_20261120']);
});
