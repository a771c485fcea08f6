import type { Server } from '@alivemcp/contracts';
import type { RefObject } from 'react';
import { ServerRow } from './server-row.tsx';
import { SortHeading } from './sort-heading.tsx';

/** The servers: a table where it is wide enough, a card each where it is not. */
export function ServerTable({ list, servers }: { list: RefObject<HTMLTableElement | null>; servers: Server[] }) {
  return (
    <div className="lg:rounded-lg lg:border lg:border-line">
      <table
        ref={list}
        aria-label="Servers"
        className="w-full border-collapse text-sm max-lg:block [&_th]:text-left lg:[&_td]:px-3 lg:[&_td]:py-2.5 lg:[&_td]:align-top lg:[&_th]:px-3 lg:[&_th]:py-2.5 lg:[&_tbody_th]:align-top lg:[&_tbody_tr]:border-t lg:[&_tbody_tr]:border-line"
      >
        <thead className="bg-soft text-muted max-lg:hidden">
          <tr>
            <SortHeading by="state">State</SortHeading>
            <SortHeading by="name">Server</SortHeading>
            <th scope="col">Regions</th>
            <th scope="col" className="text-right!">
              Uptime 24&nbsp;h
            </th>
            <SortHeading by="uptime" end>
              Uptime 30&nbsp;d
            </SortHeading>
            <SortHeading by="p95" end>
              p95
            </SortHeading>
            <SortHeading by="tools">Tools</SortHeading>
            <th scope="col" className="whitespace-nowrap">
              Last check
            </th>
          </tr>
        </thead>
        <tbody className="max-lg:grid max-lg:gap-3 md:max-lg:grid-cols-2">
          {servers.map((server) => (
            <ServerRow key={server.id} server={server} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
