import type { ProbeReason } from '@alivemcp/contracts';
import { type Db, insertProbeRequests, type TargetRef } from '@alivemcp/db';
import { newId } from '../new-id.ts';

/** Asks these regions for a probe at once, inside the caller's transaction. Their results share the time `now`, epoch ms. */
export async function requestProbes(
  tx: Db,
  { workspaceId, serverId }: TargetRef,
  regions: readonly string[],
  reason: Exclude<ProbeReason, 'scheduled'>,
  now: number,
): Promise<void> {
  const scheduledAt = new Date(now);
  await insertProbeRequests(
    tx,
    regions.map((region) => ({ workspaceId, id: newId('probeRequest', now), serverId, region, reason, scheduledAt })),
  );
}
