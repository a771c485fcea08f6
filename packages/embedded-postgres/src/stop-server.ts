import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.ts';
import { isPostmasterOf } from './postmaster-file.ts';
import { processIdentity } from './process-identity.ts';

/** Fast shutdown: connections are cut, everything is on disk. After `patienceMs`, immediate: the next start recovers. */
export async function stopServer(pid: number, dir: string, patienceMs = 30_000): Promise<void> {
  if (await signalAndWait(pid, dir, 'SIGINT', patienceMs)) return;
  if (await signalAndWait(pid, dir, 'SIGQUIT', 10_000)) return;
  throw new EmbeddedPostgresError('stop_failed', `PostgreSQL (process ${pid}) does not stop.`);
}

async function signalAndWait(pid: number, dir: string, signal: NodeJS.Signals, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  if (!isPostmasterOf(pid, dir)) return true;
  const identity = processIdentity(pid);
  trySignal(pid, signal);
  // Near its end a process has no command line any more, but is not gone yet.
  while (identity !== null && processIdentity(pid) === identity) {
    if (performance.now() > deadline) return false;
    await sleep(15);
  }
  return true;
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
