import { clusterIn } from './cluster.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { stopServer } from './stop-server.ts';

/** Stops a database that a killed process left running on `dataDir`. Does nothing when there is none. */
export async function stopLeftoverPostgres(dataDir: string): Promise<void> {
  const { dir } = clusterIn(dataDir);
  const file = readPostmasterFile(dir);
  if (file) await stopServer(file.pid, dir);
}
