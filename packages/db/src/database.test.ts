import { createTestDatabase, type TestDatabase, waitFor } from '@alivemcp/testkit';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, type Db, openDatabase } from './database.ts';

let testDatabase: TestDatabase;
let database: Database;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url, { max: 2 });
  await database.db.execute(sql`create table note (id int primary key, text text not null)`);
});
afterEach(async () => {
  await database.close();
  await testDatabase.drop();
});

const notes = async (db: Db = database.db) =>
  (await db.execute<{ id: number; text: string }>(sql`select id, text from note order by id`)).rows;
const insert = (db: Db, id: number) => db.execute(sql`insert into note values (${id}, 'x')`);
const touch = (db: Db, id: number) => db.execute(sql`update note set text = text || 'y' where id = ${id}`);

test('a throw rolls back, and the connection is given back', async () => {
  for (let i = 0; i < 5; i++) {
    const failed = database.transaction(async (tx) => {
      await insert(tx, 1);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
  }
  expect(await notes()).toEqual([]);
});

test('of two transactions that block each other both are done in the end', async () => {
  await insert(database.db, 1);
  await insert(database.db, 2);
  let arrived = 0;
  const both = Promise.withResolvers<void>();
  const crosswise = (first: number, second: number) =>
    database.transaction(async (tx) => {
      await touch(tx, first);
      if (++arrived === 2) both.resolve();
      await both.promise;
      await touch(tx, second);
    });
  await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
  expect((await notes()).map((note) => note.text)).toEqual(['xyy', 'xyy']);
});

test('connections that are killed under it cost transactions, never the pool', async () => {
  const admin = openDatabase(testDatabase.url, { max: 1 });
  const kill = () =>
    admin.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
  for (let round = 0; round < 10; round++) {
    const work = () => database.transaction((tx) => notes(tx)).catch(() => null);
    await Promise.all([work(), kill(), work(), work()]);
  }
  await admin.close();
  await waitFor(() => database.transaction((tx) => notes(tx)), { what: 'a transaction after all the kills' });
});

test('a listener is back after its connection was killed', async () => {
  const heard: string[] = [];
  const stop = await database.listen('news', (payload) => heard.push(payload));
  await database.db.execute(sql`select pg_notify('news', 'one')`);
  await waitFor(() => heard.includes('one'), { what: 'the first notification' });
  await database.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'alivemcp listen news'`);
  await waitFor(
    async () => {
      await database.db.execute(sql`select pg_notify('news', 'two')`);
      return heard.includes('two');
    },
    { what: 'a notification after the kill' },
  );
  await stop();
});
