import type { ListProbesFilter, Page, PageQuery, ProbeRecord } from '@alivemcp/contracts';
import { findServer, listProbeRows, type Position, type ProbePosition, type ProbeResultRow } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toPage, toSlice } from '../page.ts';
import { toProbeRecord } from './to-probe-record.ts';

/** Raw results of a server, newest first; `from` is inclusive, `to` is not. */
export async function listProbes(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  filter: ListProbesFilter,
  page: PageQuery,
): Promise<Page<ProbeRecord>> {
  const { db } = ctx.database;
  const { workspaceId } = scope;
  const { after, limit } = toSlice(page);
  found(await findServer(db, workspaceId, serverId), 'server');
  const rows = await listProbeRows(
    db,
    workspaceId,
    serverId,
    {
      regions: filter.region === undefined ? [...ctx.regions] : [filter.region],
      outcome: filter.outcome,
      from: filter.from === undefined ? undefined : new Date(filter.from),
      to: filter.to === undefined ? undefined : new Date(filter.to),
    },
    { after: after && toProbePosition(after), limit },
  );
  return toPage(
    rows,
    page.limit,
    ({ result }) => positionOf(result),
    ({ result, failure }) => toProbeRecord(result, failure),
  );
}

/** A result has no id of its own: within its second it is known by region and reason. */
const positionOf = ({ scheduledAt, region, reason }: ProbeResultRow): Position => ({
  at: scheduledAt,
  id: `${region}/${reason}`,
});

function toProbePosition({ at, id }: Position): ProbePosition {
  const slash = id.lastIndexOf('/');
  return { at, region: id.slice(0, slash), reason: id.slice(slash + 1) };
}
