import type { Server } from '@alivemcp/contracts';
import { useRunningProbe } from '../../../api/phases.ts';
import { ProbePhases } from '../../../parts/probe-phases.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';

/** How far each region has come. */
export function RunningPhases({ server }: { server: Server }) {
  const running = useRunningProbe(server.id);
  const nameOf = useRegionName();
  return (
    <ProbePhases
      regions={server.regions.map(({ region }) => ({
        name: nameOf(region),
        phases: running.get(region) ?? [],
        running: true,
      }))}
    />
  );
}
