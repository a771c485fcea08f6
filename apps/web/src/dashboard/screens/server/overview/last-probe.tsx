import type { ProbeRecord, Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { lastProbesQuery } from '../../../api/queries.ts';
import { ProbePhases } from '../../../parts/probe-phases.tsx';
import { Section } from '../../../ui/layout.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { newestOfRegions } from './newest-of-regions.ts';

/** Where the time of the last probe went, the regions on one scale. */
export function LastProbe({ server }: { server: Server }) {
  const query = useQuery(lastProbesQuery(server.id));
  const regions = server.regions.map(({ region }) => region);
  return (
    <Section title="Last probe, step by step">
      <QueryView query={query}>{(probes) => <Probes probes={newestOfRegions(probes, regions)} />}</QueryView>
    </Section>
  );
}

function Probes({ probes }: { probes: ProbeRecord[] }) {
  const nameOf = useRegionName();
  if (probes.length === 0) return <p className="text-muted">No region has probed it yet.</p>;
  return (
    <ProbePhases
      regions={probes.map(({ region, phases, outcome }) => ({
        name: nameOf(region),
        phases,
        outcome,
        running: false,
      }))}
    />
  );
}
