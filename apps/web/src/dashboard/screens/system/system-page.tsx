import { useQuery } from '@tanstack/react-query';
import { housekeepingQuery, regionHealthQuery } from '../../api/queries.ts';
import { Empty, PageHeader, Section } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { HousekeepingTable } from './housekeeping-table.tsx';
import { RegionTable } from './region-table.tsx';

/** How the monitor itself is. */
export function SystemPage() {
  const regions = useQuery(regionHealthQuery);
  const housekeeping = useQuery(housekeepingQuery);
  useTitle('System');
  return (
    <>
      <PageHeader title="System" lead="How this monitor itself is: a watcher should be watched too." />
      <Section title="Regions, over the last hour">
        <QueryView query={regions}>{(list) => <RegionTable regions={list} />}</QueryView>
        <p className="mt-3 max-w-prose text-sm text-pretty text-muted">
          Skipped: would have begun more than half an interval late. Missed: nobody was there. Held back: the prober did
          not trust itself, so nobody is judged by it.
        </p>
      </Section>
      <Section title="Housekeeping">
        <QueryView query={housekeeping}>
          {(runs) =>
            runs.length > 0 ? (
              <HousekeepingTable runs={runs} />
            ) : (
              <Empty title="Nothing had to be tidied yet">
                Results are packed two days after their day. What that and the end of their time remove is listed here.
              </Empty>
            )
          }
        </QueryView>
      </Section>
    </>
  );
}
