import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { channelsQuery, serverRulesQuery } from '../../../api/queries.ts';
import { Section } from '../../../ui/layout.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { NoChannel } from '../../rules/no-channel.tsx';
import { MuteSection } from './mute-section.tsx';
import { ServerRules } from './server-rules.tsx';

/** Whether, when and to whom this server's alerts are told. */
export function AlertsTab({ server }: { server: Server }) {
  const channels = useQuery(channelsQuery);
  const rules = useQuery(serverRulesQuery(server.id));
  return (
    <>
      <Section title="Mute">
        <MuteSection server={server} />
      </Section>
      <QueryView query={channels}>
        {(all) =>
          all.length === 0 ? (
            <Section title="Rules">
              <NoChannel />
            </Section>
          ) : (
            <QueryView query={rules}>
              {(present) => <ServerRules server={server} rules={present} channels={all} />}
            </QueryView>
          )
        }
      </QueryView>
    </>
  );
}
