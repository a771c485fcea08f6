import { randomBytes } from 'node:crypto';
import { openDatabase } from '@alivemcp/db';
import { createTestDatabase, type FakeClock, fakeClock } from '@alivemcp/testkit';
import { insertWorkspace } from '../account/insert-workspace.ts';
import type { AddressCheck, Scope, ServiceContext } from '../context.ts';
import { createSealer } from '../secret/sealer.ts';

export type TestContext = ServiceContext & {
  clock: FakeClock;
  /** For connections beside those of the context. */
  databaseUrl: string;
  /** Two workspaces that must not see each other. */
  mine: Scope;
  theirs: Scope;
  /** Rows of a statement, for what no use case tells. */
  rows(statement: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
};

export const START = Date.parse('2026-11-02T10:00:00.000Z');
export const ALL = { limit: 100 };

/** A fresh database, a clock that stands, and `private.example` as a refused address. */
export async function createTestContext(regions = ['eu', 'us']): Promise<TestContext> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase(testDatabase.url, { max: 4 });
  const ctx: ServiceContext & { clock: FakeClock } = {
    database,
    clock: fakeClock(START),
    sealer: createSealer([randomBytes(32)]),
    publicUrl: 'https://alive.example',
    regions,
    regionNames: {},
    checkAddress: async (rawUrl) => checkAddress(rawUrl),
  };
  const owner = (name: string) =>
    database.transaction((tx) =>
      insertWorkspace(tx, ctx, { email: `${name}@example.com`, passwordHash: 'none', workspaceName: name }),
    );
  return {
    ...ctx,
    databaseUrl: testDatabase.url,
    mine: await owner('mine'),
    theirs: await owner('theirs'),
    rows: async (statement) => (await database.db.execute(statement)).rows,
    close: async () => {
      await database.close();
      await testDatabase.drop();
    },
  };
}

/** A context without any account, as after a fresh start. */
export async function createEmptyContext(): Promise<TestContext> {
  const ctx = await createTestContext();
  await ctx.rows('truncate workspace, account cascade');
  return ctx;
}

function checkAddress(rawUrl: string): AddressCheck {
  if (!URL.canParse(rawUrl)) return { ok: false, code: 'url_invalid', message: 'not a URL' };
  const url = new URL(rawUrl);
  if (url.hostname !== 'private.example') return { ok: true, url };
  return { ok: false, code: 'address_refused', message: 'a private address' };
}
