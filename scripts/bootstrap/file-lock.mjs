import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const HEARTBEAT_MS = 5_000;
const SILENT_MS = 60_000;

/** Runs `work` while no other process runs its own under the same file. A dead holder's lock is taken over. */
export async function withFileLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!tryLock(file)) {
    if (isStale(file)) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid === process.pid) return true;
    // An empty file is a lock being written this very moment.
    if (pid > 0) process.kill(pid, 0);
    // The number of a dead holder may be somebody else's by now, but nobody else keeps the file fresh.
    return Date.now() - statSync(file).mtimeMs > SILENT_MS;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
