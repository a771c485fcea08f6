const MINUTE_MS = 60_000;
/** Clocks of the queue's store and of the engine may differ: a tick may come this early. */
const EARLY_MS = 500;

/** The newest moment, in epoch ms, at which this second of the minute began: what a tick stands for, however late it comes. */
export function tickDueAt(slot: number, now: number): number {
  const offset = slot * 1000;
  return Math.floor((now + EARLY_MS - offset) / MINUTE_MS) * MINUTE_MS + offset;
}
