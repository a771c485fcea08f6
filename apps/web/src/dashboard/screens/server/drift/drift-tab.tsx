import type { Server } from '@alivemcp/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { driftsQuery } from '../../../api/queries.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty, Section } from '../../../ui/layout.tsx';
import { PagedView } from '../../../ui/query-view.tsx';
import { DriftCard } from './drift-card.tsx';

export function DriftTab({ server }: { server: Server }) {
  const query = useInfiniteQuery(driftsQuery(server.id));
  return (
    <Section title="Changes of the contract">
      <PagedView query={query} empty={<NoDrift server={server} />}>
        {(drifts) => (
          <ul className="grid gap-4">
            {drifts.map((drift, index) => (
              <li key={drift.id}>
                <DriftCard drift={drift} open={index === 0} />
              </li>
            ))}
          </ul>
        )}
      </PagedView>
    </Section>
  );
}

function NoDrift({ server }: { server: Server }) {
  return (
    <Empty
      title="Nothing has changed"
      action={
        <LinkButton to="/servers/$serverId" params={{ serverId: server.id }} search={{ tab: 'tools' }}>
          See the tools
        </LinkButton>
      }
    >
      When a tool, or anything else the server promises, comes, goes or changes, it stands here: what changed, how bad
      it is for callers, and whether the version number says so.
    </Empty>
  );
}
