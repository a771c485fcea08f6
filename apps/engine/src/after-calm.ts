export type CalmDeps = {
  /** Throws while the database is away. */
  ping(): Promise<void>;
  now(): number;
};

/**
 * A task that runs only when the database has been there for `calmMs`, counted from now: after an outage results come first, which
 * waited on the disks of probers, and what they say is known before their silence is judged.
 */
export function afterCalm(calmMs: number, task: () => Promise<unknown>, { ping, now }: CalmDeps): () => Promise<void> {
  let calmSince = now();
  return async () => {
    try {
      await ping();
      if (now() - calmSince >= calmMs) await task();
    } catch (error) {
      calmSince = now();
      throw error;
    }
  };
}
