import { max } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { prober } from '../schema/index.ts';

/** Last sign of life of a prober in each region that ever had one. */
export async function listRegionSightings(db: Db): Promise<{ region: string; seenAt: Date | null }[]> {
  return db
    .select({ region: prober.region, seenAt: max(prober.seenAt) })
    .from(prober)
    .groupBy(prober.region);
}
