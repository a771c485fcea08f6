import type { PublicServer } from '@alivemcp/contracts';
import type { ServerRegionRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { toRegionStates } from '../server/to-server.ts';

/** What each region sees, under the name that people know it by. */
export function toPublicRegions(
  ctx: Pick<ServiceContext, 'clock' | 'regions' | 'regionNames'>,
  rows: ServerRegionRow[],
  intervalMs: number,
): PublicServer['regions'] {
  return toRegionStates(rows, intervalMs, { regionOrder: ctx.regions, now: ctx.clock.now() }).map((state) => ({
    ...state,
    name: ctx.regionNames[state.region] ?? state.region,
  }));
}
