import type { SlaFigures } from '@alivemcp/contracts';
import {
  addStates,
  countOf,
  coveragePercent,
  errorBudget,
  type Histogram,
  mergeHistograms,
  type Outage,
  outageMeans,
  percentileMs,
  type StateSums,
  uptimePercent,
} from '@alivemcp/domain';

/** What is known of a month of a server, or of several together. */
export type MonthFacts = {
  states: StateSums;
  /** Of the month, still to come. */
  remainingMs: number;
  outages: Outage[];
  /** How many probes ended how, and the latency of the good ones. */
  probes: Histogram & { up: number; degraded: number; down: number };
};

const NO_TIME = addStates([]);
const observedOf = ({ up, degraded, down }: Pick<StateSums, 'up' | 'degraded' | 'down'>) => up + degraded + down;

/** The figures of a month at a target in percent. */
export function toFigures({ states, remainingMs, outages, probes }: MonthFacts, targetPercent: number): SlaFigures {
  const observedMs = observedOf(states);
  const wanted = observedMs + states.unknown + states.pending;
  return {
    availabilityPercent: uptimePercent(states),
    coveragePercent: wanted > 0 ? coveragePercent(states) : null,
    observedMs,
    downMs: observedMs > 0 ? states.down : null,
    budget: errorBudget({ observedMs, downMs: states.down, remainingMs }, targetPercent),
    incidents: outageMeans(outages, states.up + states.degraded),
    latency: {
      count: countOf(probes),
      p50Ms: percentileMs(probes, 0.5),
      p95Ms: percentileMs(probes, 0.95),
      p99Ms: percentileMs(probes, 0.99),
    },
    handshakes: {
      count: observedOf(probes),
      // The formula of uptime, over probes instead of time.
      successPercent: uptimePercent({ ...NO_TIME, up: probes.up, degraded: probes.degraded, down: probes.down }),
    },
  };
}

/** All servers as one: times, outages and probes together. The time to come counts for those that were seen at all. */
export function addFacts(all: readonly MonthFacts[]): MonthFacts {
  const seen = all.filter(({ states }) => observedOf(states) > 0);
  const sum = (of: (facts: MonthFacts) => number) => all.reduce((total, facts) => total + of(facts), 0);
  return {
    states: addStates(all.map(({ states }) => states)),
    remainingMs: seen.reduce((total, { remainingMs }) => total + remainingMs, 0),
    outages: all.flatMap(({ outages }) => outages),
    probes: {
      ...mergeHistograms(all.map(({ probes }) => probes)),
      up: sum(({ probes }) => probes.up),
      degraded: sum(({ probes }) => probes.degraded),
      down: sum(({ probes }) => probes.down),
    },
  };
}
