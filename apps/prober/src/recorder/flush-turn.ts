import { setTimeout as pause } from 'node:timers/promises';
import type { OthersBacklog } from '@alivemcp/services';

const ASK_MS = 100;
/** Results of about the same moment are in order. */
const SLACK_MS = 1_000;
/** A prober that has not been heard of again by then is gone, and so is one that has not written anything for so long. */
const PATIENCE_MS = 10_000;

/**
 * Holds results back while another prober has older ones: what several regions saw in an outage of the database is judged in the
 * order of time. Nobody is waited for who is not heard of for ten seconds, or does not get on. `share` says what waits here since
 * when, and tells of the others.
 */
export function createFlushTurn(
  share: (at: number) => Promise<OthersBacklog>,
  now: () => number = () => performance.now(),
) {
  let hearUntil: number | undefined;
  let last = 0;
  return async (at: number): Promise<void> => {
    let movedAt = now();
    // A pause between two flushes is another outage, after which nobody has been heard of again.
    if (hearUntil === undefined || movedAt - last > PATIENCE_MS) hearUntil = movedAt + PATIENCE_MS;
    let before: number | null = null;
    for (;;) {
      const { waitingSince, unheard } = await share(at);
      last = now();
      if (waitingSince !== before) movedAt = last;
      before = waitingSince;
      const isOlder = waitingSince !== null && waitingSince < at - SLACK_MS && last - movedAt < PATIENCE_MS;
      if (!isOlder && !(unheard && last < hearUntil)) return;
      await pause(ASK_MS);
    }
  };
}
