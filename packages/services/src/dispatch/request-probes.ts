import type { ProbeReason } from '@alivemcp/contracts';
import { type Db, insertProbeRequests, type TargetRef } from '@alivemcp/db';
import { newId } from '../new-id.ts';

/** Asks these regions for a probe at once, inside the caller's transaction. Their results share the time `now`, epoch ms. */
export const requestProbes = (
  tx: Db,
  target: TargetRef,
  regions: readonly string[],
  reason: Exclude<ProbeReason, 'scheduled'>,
  now: number,
): Promise<void> => requestProbesOf(tx, [{ target, regions }], reason, now);

/** The same of several servers. */
export async function requestProbesOf(
  tx: Db,
  wanted: readonly { target: TargetRef; regions: readonly string[] }[],
  reason: Exclude<ProbeReason, 'scheduled'>,
  now: number,
): Promise<void> {
  const scheduledAt = new Date(now);
  const rows = wanted.flatMap(({ target: { workspaceId, serverId }, regions }) =>
    regions.map((region) => ({ workspaceId, id: newId('probeRequest', now), serverId, region, reason, scheduledAt })),
  );
  await insertProbeRequests(tx, rows);
}
