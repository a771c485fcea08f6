import { type Latency, type Server, UPTIME_WINDOWS, type UptimeWindow } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { milliseconds } from '../../../../format/numbers.ts';
import { latencyQuery } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Section } from '../../../ui/layout.tsx';
import { QueryView, Skeleton } from '../../../ui/query-view.tsx';
import { LatencyBreakdown } from './latency-breakdown.tsx';
import { LatencyTable } from './latency-table.tsx';
import { WINDOW_WORDS } from './window-words.ts';

// The library that draws is larger than everything else on this page.
const LatencyChart = lazy(async () => ({ default: (await import('./latency-chart.tsx')).LatencyChart }));

const route = getRouteApi('/shell/servers/$serverId');

export function LatencySection({ server }: { server: Server }) {
  const { window = '24h' } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: UptimeWindow) =>
    void navigate({ search: (before) => ({ ...before, window: next }), replace: true, resetScroll: false });
  const query = useQuery(latencyQuery(server.id, window));
  return (
    <Section title="Latency" aside={<WindowChoice window={window} choose={choose} />}>
      <QueryView query={query} lines={5}>
        {(latency) => <Measured latency={latency} />}
      </QueryView>
    </Section>
  );
}

function WindowChoice({ window, choose }: { window: UptimeWindow; choose: (window: UptimeWindow) => void }) {
  return (
    <fieldset className="flex flex-wrap">
      <legend className="sr-only">Window of the latency</legend>
      {UPTIME_WINDOWS.map((each) => (
        <Button
          key={each}
          aria-pressed={each === window}
          onClick={() => choose(each)}
          className="-ml-px rounded-none first:ml-0 first:rounded-l-md last:rounded-r-md aria-pressed:bg-soft aria-pressed:font-semibold aria-pressed:underline aria-pressed:underline-offset-4"
        >
          {each}
        </Button>
      ))}
    </fieldset>
  );
}

function Measured({ latency }: { latency: Latency }) {
  const [asTable, setAsTable] = useState(false);
  const { total, window } = latency;
  if (total.count === 0) {
    return <p className="text-muted">No good probe in the last {WINDOW_WORDS[window]}: only good ones are timed.</p>;
  }
  const summary = `${total.count.toLocaleString('en')} good probes: half within ${milliseconds(total.p50Ms)}, 95 of 100 within ${milliseconds(total.p95Ms)}, 99 within ${milliseconds(total.p99Ms)}.`;
  return (
    <>
      <Card>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm">{summary}</p>
          <Button onClick={() => setAsTable(!asTable)}>{asTable ? 'Show as chart' : 'Show as table'}</Button>
        </div>
        {asTable ? (
          <LatencyTable latency={latency} />
        ) : (
          <Suspense fallback={<Skeleton lines={5} />}>
            <LatencyChart latency={latency} label={`Latency over the last ${WINDOW_WORDS[window]}. ${summary}`} />
          </Suspense>
        )}
      </Card>
      <LatencyBreakdown latency={latency} />
    </>
  );
}
