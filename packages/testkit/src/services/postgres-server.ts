import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@alivemcp/embedded-postgres';
import { removeLeftovers, runPrefix } from './leftovers.ts';

// A test database is thrown away: nothing in it is worth waiting for a disk.
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Starts the run's PostgreSQL in a temporary directory. Its default database, migrated, is the template. */
export async function startTemplateDatabase() {
  await removeLeftovers(tmpdir());
  const dataDir = mkdtempSync(join(tmpdir(), runPrefix(process.pid)));
  const postgres = await startPostgres({ dataDir, settings: SETTINGS });
  const stop = async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    // Loaded only now: a run that needs no database does not wait for the whole of it.
    const { migrate } = await import('@alivemcp/db');
    await migrate(postgres.url);
  } catch (error) {
    await stop();
    throw error;
  }
  const adminUrl = new URL(postgres.url);
  const template = adminUrl.pathname.slice(1);
  adminUrl.pathname = '/postgres';
  return { adminUrl: adminUrl.href, template, stop };
}
