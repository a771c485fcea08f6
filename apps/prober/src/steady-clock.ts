/** A clock that goes by the monotonic one: it does not step when the wall clock of the machine is set. */
export type SteadyClock = {
  /** Epoch ms. */
  now(): number;
  /** Sets it right: this is the time that the database has now, epoch ms. */
  set(now: number): void;
  /** Ms to add to a time that was read from the wall clock just now. */
  wallShift(): number;
};

export function createSteadyClock(
  wall: () => number = () => Date.now(),
  monotonic: () => number = () => performance.now(),
): SteadyClock {
  let offset = wall() - monotonic();
  const now = () => Math.round(monotonic() + offset);
  return {
    now,
    set: (right) => {
      offset = right - monotonic();
    },
    wallShift: () => now() - wall(),
  };
}
