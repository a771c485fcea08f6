const EVERY_MS = 5;

/**
 * Starts a watch. What comes back gives, once, the time since then (ms) in which this process could run: a busy machine, or a
 * neighbour in the same test, takes from the probe's timers what it takes from ours, and is not what a deadline is about.
 */
export function stopwatch(): () => number {
  const from = performance.now();
  let last = from;
  let stalled = 0;
  const look = () => {
    const now = performance.now();
    stalled += Math.max(0, now - last - EVERY_MS);
    last = now;
  };
  const timer = setInterval(look, EVERY_MS);
  return () => {
    look();
    clearInterval(timer);
    return last - from - stalled;
  };
}
