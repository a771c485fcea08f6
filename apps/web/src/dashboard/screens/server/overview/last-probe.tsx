import type { ProbeRecord, Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { lastProbesQuery } from '../../../api/queries.ts';
import { milliseconds } from '../../../format/numbers.ts';
import { Card, Section } from '../../../ui/layout.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { Ago } from '../../../ui/time.tsx';
import { longestMs } from '../phases/phase-bars.ts';
import { Waterfall } from '../phases/waterfall.tsx';
import { newestOfRegions } from './newest-of-regions.ts';

/** Where the time of the last probe went, a region beside the other on one scale. */
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
  const scaleMs = longestMs(probes.map(({ phases }) => phases));
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {probes.map((probe) => (
        <Card key={probe.region}>
          <h3 className="flex flex-wrap items-baseline gap-x-3 text-sm">
            {nameOf(probe.region)}
            <StateMark status={probe.outcome} />
            <span className="ml-auto font-normal text-muted">
              {milliseconds(probe.latencyMs ?? probe.durationMs)} · <Ago iso={probe.startedAt} />
            </span>
          </h3>
          {probe.class && <p className="mt-1 text-sm break-words">{probe.summary}</p>}
          {probe.phases.length > 0 ? (
            <Waterfall phases={probe.phases} scaleMs={scaleMs} />
          ) : (
            <p className="mt-1 text-sm text-muted">It ended before its first step.</p>
          )}
        </Card>
      ))}
    </div>
  );
}
