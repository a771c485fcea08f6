export type FakeClock = { now(): number; advance(ms: number): void };

/** A clock that stands still until told otherwise; milliseconds since the epoch. */
export function fakeClock(startMs: number): FakeClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
