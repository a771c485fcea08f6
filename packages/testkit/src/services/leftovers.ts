import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopLeftoverPostgres } from '@alivemcp/embedded-postgres';

const PREFIX = 'alivemcp-test-pg-';

export function runPrefix(pid: number): string {
  return `${PREFIX}${pid}-`;
}

/** Stops and removes what test runs left behind that were killed; those still alive are left alone. */
export async function removeLeftovers(parentDir: string): Promise<void> {
  for (const name of readdirSync(parentDir)) {
    const pid = Number(name.startsWith(PREFIX) && name.slice(PREFIX.length).split('-')[0]);
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(parentDir, name);
    try {
      await stopLeftoverPostgres(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    } catch {
      // Another user's, or another run is at it already.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
