import type { ProbeRecord } from '@alivemcp/contracts';

/** The newest result of each region, in the order of `regions`; a region without one is left out. */
export function newestOfRegions(probes: ProbeRecord[], regions: string[]): ProbeRecord[] {
  return regions.flatMap((region) => {
    const its = probes.filter((probe) => probe.region === region);
    const newest = its.toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))[0];
    return newest ? [newest] : [];
  });
}
