import type { ListProbesFilter, Server } from '@alivemcp/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { probesQuery } from '../../../api/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, Section } from '../../../ui/layout.tsx';
import { PagedView } from '../../../ui/query-view.tsx';
import { ChecksFilter } from './checks-filter.tsx';
import { ChecksTable } from './checks-table.tsx';

export function ChecksTab({ server }: { server: Server }) {
  const [filter, setFilter] = useState<ListProbesFilter>({});
  const query = useInfiniteQuery(probesQuery(server.id, filter));
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Section title="Checks">
      <ChecksFilter server={server} filter={filter} choose={setFilter} />
      <PagedView
        query={query}
        empty={
          filtered ? (
            <Empty
              title="No check is like that"
              action={<Button onClick={() => setFilter({})}>Show all checks</Button>}
            />
          ) : (
            <Empty title="It was not checked yet">The first check starts when a server is registered.</Empty>
          )
        }
      >
        {(probes) => <ChecksTable probes={probes} />}
      </PagedView>
    </Section>
  );
}
