import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './process-identity.ts';

export type DataDirLock = { release(): void };

export class DataDirLockedError extends Error {
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(`AliveMCP is already running on ${dataDir} (process ${pid}).`);
    this.name = 'DataDirLockedError';
    this.pid = pid;
  }
}

type Holder = { pid: number; identity: string };

/** Takes the data directory for this process, or throws `DataDirLockedError`. A dead holder's lock is taken over. */
export function lockDataDir(dataDir: string): DataDirLock {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const file = join(dataDir, 'alivemcp.lock');
  const draft = `${file}.${process.pid}`;
  const content = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) ?? '' } satisfies Holder);
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    while (!tryLink(draft, file)) removeIfStale(dataDir, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release: () => {
      if (readOrNull(file) === content) unlinkSync(file);
    },
  };
}

/** A hard link either appears whole or fails: nobody ever reads half a lock. */
function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfStale(dataDir: string, file: string): void {
  const content = readOrNull(file);
  if (content === null) return;
  const holder = parse(content);
  if (holder && processIdentity(holder.pid) === holder.identity) throw new DataDirLockedError(dataDir, holder.pid);
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Another start may have replaced the stale lock since we read it; then it goes back.
  if (readFileSync(aside, 'utf8') !== content) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(content: string): Holder | null {
  try {
    const { pid, identity } = JSON.parse(content) as Partial<Holder>;
    return Number.isInteger(pid) && typeof identity === 'string' ? { pid: pid as number, identity } : null;
  } catch {
    return null;
  }
}
