import { AppError } from '@alivemcp/contracts';
import type { WheelPlace } from '@alivemcp/db';
import { probeSlot } from '@alivemcp/domain';

/** These regions, each once. Throws `region_unknown` naming those this installation does not have. */
export function checkRegions(regions: string[], known: readonly string[]): string[] {
  const errors = regions.flatMap((region, i) =>
    known.includes(region) ? [] : [{ pointer: `/regions/${i}`, message: `unknown; there are: ${known.join(', ')}` }],
  );
  if (errors.length > 0) {
    const unknown = regions.filter((region) => !known.includes(region));
    throw new AppError('region_unknown', `Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}.`, errors);
  }
  return [...new Set(regions)];
}

/** The second of the interval in which each region probes. A region's place does not depend on the other regions chosen. */
export function wheelPlaces(
  serverId: string,
  intervalMs: number,
  regions: string[],
  known: readonly string[],
): WheelPlace[] {
  const intervalS = intervalMs / 1000;
  return regions.map((region) => ({
    region,
    intervalS,
    slot: probeSlot(serverId, intervalS, Math.max(0, known.indexOf(region))),
  }));
}
