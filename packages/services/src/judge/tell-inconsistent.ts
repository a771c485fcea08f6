import { type Db, listRegions } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { loadInconsistencies } from '../drift/load-inconsistencies.ts';
import { serverEventData } from '../event/server-event.ts';
import type { Judging } from './judging.ts';

const SUMMARIES = {
  alternating: 'The server shows several tool lists in turn.',
  by_region: 'The server shows different tool lists to different regions.',
  by_client: 'The server shows another client another tool list.',
} as const;

/** Tells that a server shows several tool lists at once: among its regions and probes, or to another client. */
export async function tellInconsistent(
  tx: Db,
  ctx: ServiceContext,
  { state, server, news }: Judging,
  among: 'probes' | 'clients' = 'probes',
): Promise<void> {
  const regions = await listRegions(tx, state.workspaceId, state.serverId);
  const all = await loadInconsistencies(tx, state, regions);
  const inconsistency = all.find(({ kind }) => (kind === 'by_client') === (among === 'clients'));
  if (!inconsistency) return;
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: `${server.id}:inconsistent:${inconsistency.since}`,
    status: state.status,
    since: inconsistency.since,
    summary: SUMMARIES[inconsistency.kind],
    inconsistency,
  });
  const event = { type: 'server.inconsistent', at: ctx.clock.now(), data } as const;
  news.push({ event, audience: { kind: 'subscribed' } });
}
