import { getHeapStatistics } from 'node:v8';

export type ProcessHealth = {
  /** Whether this process was too busy at some moment within the last `ms`. */
  wasBusy(ms: number): boolean;
  /** How often the wall clock has stepped since the start. */
  clockSteps(): number;
  close(): void;
};

export type ProcessClocks = {
  /** Epoch ms. */
  wall(): number;
  /** Ms since whenever; never steps. */
  monotonic(): number;
  /** Share of the heap that is in use, 0 to 1. */
  heap(): number;
};

const SAMPLE_MS = 250;
/** A process that does nothing for so long times its probes wrongly. */
const MAX_DELAY_MS = 500;
/** A wall clock that runs away from the monotonic one by more was set, or the machine slept. */
const MAX_STEP_MS = 5_000;
const MAX_HEAP = 0.9;
/** Longer than any probe takes. */
const REMEMBER_MS = 120_000;

const OWN_CLOCKS: ProcessClocks = {
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  heap: () => {
    const { used_heap_size, heap_size_limit } = getHeapStatistics();
    return used_heap_size / heap_size_limit;
  },
};

/** Watches whether this process gets to run, has memory, and keeps its time. */
export function watchProcess(clocks: ProcessClocks = OWN_CLOCKS): ProcessHealth {
  let busyAt: number[] = [];
  let steps = 0;
  let last = { wall: clocks.wall(), monotonic: clocks.monotonic() };

  const sample = () => {
    const now = { wall: clocks.wall(), monotonic: clocks.monotonic() };
    const passed = now.monotonic - last.monotonic;
    if (Math.abs(now.wall - last.wall - passed) > MAX_STEP_MS) steps++;
    busyAt = busyAt.filter((at) => now.monotonic - at < REMEMBER_MS);
    if (passed > SAMPLE_MS + MAX_DELAY_MS || clocks.heap() > MAX_HEAP) busyAt.push(now.monotonic);
    last = now;
  };
  const timer = setInterval(sample, SAMPLE_MS);
  timer.unref();

  return {
    // Whoever asks may have been woken before the timer.
    wasBusy(ms) {
      sample();
      return busyAt.some((at) => last.monotonic - at <= ms);
    },
    clockSteps() {
      sample();
      return steps;
    },
    close: () => clearInterval(timer),
  };
}
