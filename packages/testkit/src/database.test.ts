import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';

let databases: TestDatabase[];

beforeAll(async () => {
  databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

async function query(index: number, sql: string) {
  const client = new pg.Client({ connectionString: databases[index]?.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives each caller a migrated database of its own', async () => {
  await query(0, 'create table only_here (n int)');
  const tables = `select count(*)::int as count from pg_tables where schemaname = 'public'`;
  const [first] = await query(0, tables);
  const [second] = await query(1, tables);
  expect(second.count).toBeGreaterThan(5);
  expect(first.count).toBe(second.count + 1);
});
