import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Problem } from '../../api/problem.ts';
import { serversQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { errorAt } from '../../ui/field.tsx';
import { moved, type ServerDraft } from './page-draft.ts';
import { ServerPicker } from './server-picker.tsx';
import { ServerRow } from './server-row.tsx';

type Props = { servers: ServerDraft[]; change: (servers: ServerDraft[]) => void; problem: Problem | null };

/** Which servers stand on the page, and in which order. */
export function PageServers({ servers, change, problem }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: all } = useQuery(serversQuery);
  const nameOf = (id: string) => all?.find((server) => server.id === id)?.name ?? id;
  const error = servers.length === 0 ? errorAt(problem, '/servers') : undefined;

  const move = (index: number, by: -1 | 1) => {
    change(moved(servers, index, by));
    announce(`Now at place ${index + by + 1} of ${servers.length}`);
  };
  return (
    <section className="grid gap-3">
      <h2 ref={heading} tabIndex={-1}>
        Servers
      </h2>
      {servers.length === 0 && <p className="text-muted">No server stands on the page yet.</p>}
      <ol className="grid gap-3">
        {servers.map((server, index) => (
          <ServerRow
            key={server.serverId}
            server={server}
            ownName={nameOf(server.serverId)}
            place={index}
            places={servers.length}
            problem={problem}
            change={(next) => change(servers.with(index, next))}
            move={(by) => move(index, by)}
            remove={() => {
              heading.current?.focus();
              change(servers.toSpliced(index, 1));
            }}
          />
        ))}
      </ol>
      {error && (
        <p role="alert" tabIndex={-1} className="text-sm text-down">
          {error}
        </p>
      )}
      <ServerPicker
        servers={all ?? []}
        chosen={servers.map(({ serverId }) => serverId)}
        choose={(serverId) => change([...servers, { serverId, name: '', group: servers.at(-1)?.group ?? '' }])}
      />
    </section>
  );
}
