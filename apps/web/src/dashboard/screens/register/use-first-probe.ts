import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useRunningProbe } from '../../api/phases.ts';
import { lastProbesQuery, serverQuery } from '../../api/queries.ts';
import type { RegionPhases } from '../../parts/probe-phases.tsx';
import { useRegionName } from '../../ui/region-strip.tsx';

const POLL_MS = 1_000;
const PATIENCE_MS = 30_000;

/**
 * The first probe of a server while it runs and when it has ended: its phases a region, and the server as it is known by
 * then. `late` when nothing came for so long that nobody should wait. Live events only make it smoother.
 */
export function useFirstProbe(registered: Server): { server: Server; regions: RegionPhases[]; late: boolean } {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);

  const open = (server: Server | undefined) =>
    !late && (!server || server.regions.some(({ checkedAt }) => checkedAt === null));
  const { data: server = registered } = useQuery({
    ...serverQuery(registered.id),
    refetchInterval: ({ state }) => (open(state.data) ? POLL_MS : 60_000),
  });
  const { data: probes = [] } = useQuery({
    ...lastProbesQuery(registered.id),
    refetchInterval: open(server) ? POLL_MS : 60_000,
  });
  const running = useRunningProbe(registered.id);
  const nameOf = useRegionName();

  const regions = server.regions.map(({ region, checkedAt }): RegionPhases => {
    const record = probes.findLast((probe) => probe.region === region);
    return {
      name: nameOf(region),
      phases: record?.phases ?? running.get(region) ?? [],
      running: checkedAt === null && record === undefined && !late,
      outcome: record?.outcome ?? null,
    };
  });
  return { server, regions, late: late && server.status === 'pending' };
}
