import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { toolsQuery } from '../../../api/queries.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Empty, Section } from '../../../ui/layout.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { ToolListFacts } from './tool-list-facts.tsx';
import { ToolSearch } from './tool-search.tsx';
import { ToolVersions } from './tool-versions.tsx';

export function ToolsTab({ server }: { server: Server }) {
  const query = useQuery(toolsQuery(server.id));
  return (
    <QueryView query={query}>
      {(list) =>
        list === null ? (
          <NoTools server={server} />
        ) : (
          <>
            <Section title="Tools">
              <ToolListFacts list={list} />
              <ToolSearch tools={list.tools} />
            </Section>
            <Section title="Tool lists so far">
              <ToolVersions serverId={server.id} />
            </Section>
          </>
        )
      }
    </QueryView>
  );
}

function NoTools({ server }: { server: Server }) {
  const wantsCredential = server.posture === 'auth_required' || server.posture === 'credential_rejected';
  return (
    <Empty
      title="Its tools were not seen yet"
      action={
        <LinkButton
          to="/servers/$serverId"
          params={{ serverId: server.id }}
          search={{ tab: wantsCredential ? 'settings' : 'checks' }}
        >
          {wantsCredential ? 'Set a credential' : 'See the checks'}
        </LinkButton>
      }
    >
      {wantsCredential
        ? 'The server lists its tools only to those with a valid credential.'
        : 'They appear here after the first probe that gets as far as the tool list.'}
    </Empty>
  );
}
