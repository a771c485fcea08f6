import type { schema } from '@alivemcp/db';
import type { RegionReport } from '@alivemcp/domain';

export type RegionRow = typeof schema.serverRegion.$inferSelect;

/** A region's row as the pure rules see it. */
export const toReport = (row: RegionRow): RegionReport => ({
  region: row.region,
  outcome: row.outcome,
  posture: row.posture,
  class: row.class,
  summary: row.summary,
  checkedAt: row.checkedAt?.getTime() ?? null,
  runSince: row.runSince?.getTime() ?? null,
  runLength: row.runLength,
});
