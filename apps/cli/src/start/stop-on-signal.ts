import type { Logger } from '@alivemcp/telemetry';

type Closable = { name: string; close(): Promise<void> | void };

const PATIENCE_MS = 20_000;
/** One Ctrl-C reaches us twice under npm: from the terminal and from npm. */
const SAME_WISH_MS = 1_000;

/**
 * Closes everything on SIGINT or SIGTERM, newest first, then ends the process with 0. What hangs is left behind after 20 s;
 * a second Ctrl-C ends at once. Returns the same way out for other reasons to stop.
 */
export function stopOnSignal(log: Logger, parts: Closable[]): (code: number) => Promise<void> {
  let stoppingSince: number | null = null;
  const stop = async (code: number) => {
    if (stoppingSince !== null) {
      if (performance.now() - stoppingSince > SAME_WISH_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    for (const part of parts.toReversed()) {
      try {
        await part.close();
      } catch (error) {
        log.error({ err: error, part: part.name }, 'did not close cleanly');
      }
    }
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'stopping');
      void stop(0);
    });
  }
  return stop;
}
