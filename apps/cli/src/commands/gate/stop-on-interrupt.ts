import { constants } from 'node:os';

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function stopOnInterrupt() {
  const controller = new AbortController();
  let code: number | null = null;
  const stop = (name: 'SIGINT' | 'SIGTERM') => {
    // As a shell reports it: 130 for Ctrl-C.
    code = 128 + constants.signals[name];
    forget();
    controller.abort();
  };
  const forget = () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { signal: controller.signal, exitCode: () => code, forget };
}
