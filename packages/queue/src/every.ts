/** What every logger of ours can do. */
type Log = { error(what: object, message: string): void };

export type Loop = {
  /** Runs as soon as it can, even while it runs already: then once more. */
  wake(): void;
  /** Waits for a run that is under way, and starts no more. */
  stop(): Promise<void>;
};

/** Runs `task` every `intervalMs` and when woken, one run at a time. A task that fails is logged and runs again. */
export function every(name: string, intervalMs: number, log: Log, task: () => Promise<unknown>): Loop {
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;

  const run = async () => {
    do {
      again = false;
      try {
        await task();
      } catch (error) {
        log.error({ err: error, task: name }, 'a recurring task failed');
      }
    } while (again && !stopped);
    running = null;
  };
  const wake = () => {
    if (stopped) return;
    if (running) again = true;
    else running = run();
  };
  const timer = setInterval(wake, intervalMs);
  wake();

  return {
    wake,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
