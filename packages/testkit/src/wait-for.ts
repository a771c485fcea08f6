import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Polls `attempt` until it returns something true and returns that. A throw counts as "not yet". After `timeoutMs`
 * it fails naming `what` and the last error. For things that happen in other processes; inside one, use a fake clock.
 */
export async function waitFor<T>(
  attempt: () => T | Promise<T>,
  options: { what: string; timeoutMs?: number; everyMs?: number },
): Promise<NonNullable<T>> {
  const { what, timeoutMs = 10_000, everyMs = 50 } = options;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let cause: unknown;
    try {
      const value = await attempt();
      if (value) return value;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`, { cause });
    await sleep(everyMs);
  }
}
