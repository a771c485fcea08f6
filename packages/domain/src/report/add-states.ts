import type { StateSums } from '../uptime.ts';

/** Time in each state of several servers together. */
export function addStates(all: readonly StateSums[]): StateSums {
  const sums: StateSums = { up: 0, degraded: 0, down: 0, unknown: 0, paused: 0, maintenance: 0, pending: 0 };
  for (const one of all) for (const status of Object.keys(sums) as (keyof StateSums)[]) sums[status] += one[status];
  return sums;
}
