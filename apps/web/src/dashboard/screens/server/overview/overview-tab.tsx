import type { Server } from '@alivemcp/contracts';
import { LastProbe } from './last-probe.tsx';
import { LatencySection } from './latency-section.tsx';
import { RegionTable } from './region-table.tsx';
import { Sharing } from './sharing.tsx';
import { UptimeSection } from './uptime-section.tsx';

export function OverviewTab({ server }: { server: Server }) {
  return (
    <>
      <RegionTable server={server} />
      <LastProbe server={server} />
      <UptimeSection server={server} />
      <LatencySection server={server} />
      <Sharing server={server} />
    </>
  );
}
