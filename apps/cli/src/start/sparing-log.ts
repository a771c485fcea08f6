import type { Logger } from '@alivemcp/telemetry';

const EVERY_MS = 10_000;

/**
 * Logs trouble that comes in floods: of each kind one line in ten seconds, with how many were left out. A queue that loses its
 * store says so on every connection, several times a second.
 */
export function sparingLog(log: Pick<Logger, 'warn'>, message: string, now: () => number = Date.now) {
  const kinds = new Map<string, { at: number; leftOut: number }>();
  return (error: Error): void => {
    const kind = kinds.get(error.message);
    if (kind && now() - kind.at < EVERY_MS) {
      kind.leftOut++;
      return;
    }
    log.warn({ err: error, leftOut: kind?.leftOut ?? 0 }, message);
    for (const [text, { at }] of kinds) if (now() - at >= EVERY_MS) kinds.delete(text);
    kinds.set(error.message, { at: now(), leftOut: 0 });
  };
}
