import type { Outcome } from '@alivemcp/contracts';
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { probeFailure, probeResult } from '../schema/index.ts';

export type ProbeResultRow = typeof probeResult.$inferSelect;
export type ProbeFailureRow = typeof probeFailure.$inferSelect;
export type ProbePosition = { at: Date; region: string; reason: string };
export type ProbeFilter = { regions: string[]; outcome?: Outcome; from?: Date; to?: Date };

/**
 * Raw results of a server, newest first, each with the exchange kept of its failure. Each region gives its newest ones,
 * straight from the key's index; sorting all regions of all days at once would read every row there is.
 */
export async function listProbeRows(
  db: Db,
  workspaceId: string,
  serverId: string,
  filter: ProbeFilter,
  slice: { after: ProbePosition | null; limit: number },
) {
  const { outcome, from, to } = filter;
  const { after } = slice;
  const newest = db
    .select()
    .from(probeResult)
    .where(
      and(
        eq(probeResult.workspaceId, workspaceId),
        eq(probeResult.serverId, serverId),
        eq(probeResult.region, sql`watching.region`),
        outcome ? eq(probeResult.outcome, outcome) : undefined,
        from ? gte(probeResult.scheduledAt, from) : undefined,
        to ? lt(probeResult.scheduledAt, to) : undefined,
        after ? isBefore(after) : undefined,
      ),
    )
    .orderBy(desc(probeResult.scheduledAt), desc(probeResult.reason))
    .limit(slice.limit)
    .as('newest');

  return db
    .select({ result: newest._.selectedFields, failure: probeFailure })
    .from(sql`unnest(${sql.param(filter.regions)}::text[]) as watching(region)`)
    .innerJoinLateral(newest, sql`true`)
    .leftJoin(
      probeFailure,
      and(
        eq(probeFailure.workspaceId, newest.workspaceId),
        eq(probeFailure.serverId, newest.serverId),
        eq(probeFailure.region, newest.region),
        eq(probeFailure.scheduledAt, newest.scheduledAt),
        eq(probeFailure.reason, newest.reason),
      ),
    )
    .orderBy(desc(newest.scheduledAt), desc(newest.region), desc(newest.reason))
    .limit(slice.limit);
}

/** The second condition says nothing new, but an index and the partitions understand it. */
const isBefore = ({ at, region, reason }: ProbePosition) => {
  const instant = sql`${at.toISOString()}::timestamptz`;
  return sql`(${probeResult.scheduledAt}, ${probeResult.region}, ${probeResult.reason}) < (${instant}, ${region}, ${reason})
    and ${probeResult.scheduledAt} <= ${instant}`;
};
