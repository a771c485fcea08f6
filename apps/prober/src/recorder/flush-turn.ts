import { setTimeout as pause } from 'node:timers/promises';

/** Asks whether what was made at `at` (epoch ms) is the next to be written. */
export type AskTurn = (at: number) => Promise<'mine' | 'older' | 'unheard'>;

const ASK_MS = 100;
/** A prober that has not been heard of again by then is gone, and so is one that has not written anything for so long. */
const PATIENCE_MS = 10_000;

/**
 * Holds results from the disk back while another prober has older ones: what several regions saw in an outage of the database is
 * judged in the order of time. Nobody waits longer than ten seconds for one that does not come.
 */
export function createFlushTurn(ask: AskTurn, now: () => number = () => performance.now()) {
  let heardAll: number | undefined;
  let last = 0;
  return async (at: number): Promise<void> => {
    const from = now();
    // A pause between two flushes is another outage, after which nobody has been heard of again.
    if (heardAll === undefined || from - last > PATIENCE_MS) heardAll = from + PATIENCE_MS;
    for (;;) {
      const turn = await ask(at);
      last = now();
      const isOver = last - from >= PATIENCE_MS || (turn === 'unheard' && last >= heardAll);
      if (turn === 'mine' || isOver) return;
      await pause(ASK_MS);
    }
  };
}
