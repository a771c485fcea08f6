import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { askTestServices } from './services/ask.ts';

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A fresh, migrated PostgreSQL database of its own, copied from a template in about 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = await askTestServices('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(adminUrl, `create database ${name} template ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => execute(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
