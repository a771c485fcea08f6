import type { Page, Region } from '@alivemcp/contracts';
import { listRegionSightings } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';

/** All regions of the installation, in the order they are shown: one page of them. */
export async function listRegions(ctx: ServiceContext): Promise<Page<Region>> {
  const sightings = await listRegionSightings(ctx.database.db);
  const seenAt = new Map(sightings.map((row) => [row.region, row.seenAt]));
  const data = ctx.regions.map((id) => ({
    id,
    name: ctx.regionNames[id] ?? id,
    seenAt: isoOrNull(seenAt.get(id) ?? null),
  }));
  return { data, nextCursor: null };
}
