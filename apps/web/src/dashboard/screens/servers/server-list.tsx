import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { serversQuery } from '../../api/queries.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { countSentence } from './count-sentence.ts';
import { countStates, selectServers, tagsOf } from './select-servers.ts';
import { ServerSearch } from './server-search.tsx';
import { ServerTable } from './server-table.tsx';
import { SortChoice } from './sort-choice.tsx';
import { StateFilter } from './state-filter.tsx';
import { TagFilter } from './tag-filter.tsx';
import { useListKeys } from './use-list-keys.ts';

const route = getRouteApi('/shell/servers');

export function ServerList() {
  const query = useQuery(serversQuery);
  useTitle('Servers');
  return (
    <>
      <PageHeader title="Servers" lead={query.data && query.data.length > 0 && countSentence(query.data)}>
        <LinkButton to="/servers/new" look="primary">
          Register a server
        </LinkButton>
      </PageHeader>
      <QueryView query={query} lines={6}>
        {(servers) => (servers.length === 0 ? <NoServers /> : <Found servers={servers} />)}
      </QueryView>
    </>
  );
}

function Found({ servers }: { servers: Server[] }) {
  const search = route.useSearch();
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLTableElement>(null);
  useListKeys(list, box);
  const found = selectServers(servers, search);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <ServerSearch box={box} />
        <StateFilter counts={countStates(servers, search)} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 lg:ml-auto">
          <TagFilter tags={tagsOf(servers)} />
          <SortChoice />
        </div>
      </div>
      <p role="status" className="sr-only">
        {found.length} of {servers.length} servers shown
      </p>
      {found.length === 0 ? <NothingFound /> : <ServerTable list={list} servers={found} />}
    </>
  );
}

function NothingFound() {
  return (
    <Empty
      title="No server is like that"
      action={
        <LinkButton
          to="/servers"
          search={({ sort, down }) => ({ sort, down })}
          replace
          activeOptions={{ exact: true, includeSearch: true }}
        >
          Clear filters
        </LinkButton>
      }
    >
      The search, the state and the tag together leave none of the servers here.
    </Empty>
  );
}

function NoServers() {
  return (
    <Empty
      title="No servers yet"
      action={
        <LinkButton to="/servers/new" look="primary">
          Register your first server
        </LinkButton>
      }
    >
      Paste the address of a remote MCP server. It is checked at once from every region, then every minute; what it says
      of itself, how fast it answers and every change of its tools appear here.
    </Empty>
  );
}
