import { isPostmasterOf } from './postmaster-file.ts';

const CHECK_MS = 250;

/**
 * Watches a server we may not be the parent of, and calls `restart` when it is gone. Returns the way to end the
 * watch, which waits for a restart under way.
 */
export function supervise(dir: string, pid: () => number, restart: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (running || isPostmasterOf(pid(), dir)) return;
    running = restart().finally(() => {
      running = undefined;
    });
  }, CHECK_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
