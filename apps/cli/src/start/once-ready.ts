import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MS = 5_000;

/** Tries `ready` until it works, then calls `begin` once. Returns the way to stop trying. */
export function onceReady(ready: () => Promise<void>, begin: () => void): () => Promise<void> {
  const stopping = new AbortController();
  const attempt = async () => {
    while (!stopping.signal.aborted) {
      await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        await ready();
        return begin();
      } catch {
        // The prober says with every sign of life that the database is away.
      }
    }
  };
  const trying = attempt();
  return () => {
    stopping.abort();
    return trying;
  };
}
