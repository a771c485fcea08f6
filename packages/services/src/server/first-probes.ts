import type { NewProbeRequest } from '@alivemcp/db';
import { newId } from '../new-id.ts';

/** Requests for a probe at once from each of these regions. */
export const firstProbes = (
  { workspaceId, serverId }: { workspaceId: string; serverId: string },
  regions: string[],
  now: number,
): NewProbeRequest[] =>
  regions.map((region) => ({
    workspaceId,
    id: newId('probeRequest', now),
    serverId,
    region,
    reason: 'first',
    scheduledAt: new Date(now),
  }));
