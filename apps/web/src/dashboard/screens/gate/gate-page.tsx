import type { Gate } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { gateQuery } from '../../api/queries.ts';
import { PageHeader, Section } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useServerName } from '../../ui/use-server-name.ts';
import { useTitle } from '../../ui/use-title.ts';
import { UnmetList } from '../server/gates/unmet-list.tsx';
import { useGateEnds } from '../server/gates/use-gate-ends.ts';
import { GateCard } from './gate-card.tsx';
import { RegionTable } from './region-table.tsx';

const route = getRouteApi('/shell/gates/$gateId');
const FOLLOW_MS = 2_000;

/** Where alerts of a gate lead. One that is decided changes no more. */
export function GatePage() {
  const { gateId } = route.useParams();
  const query = useQuery({
    ...gateQuery(gateId),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? FOLLOW_MS : false),
  });
  useTitle('Gate');
  return (
    <QueryView query={query} lines={6} title="Gate">
      {(gate) => <GateView key={gate.id} gate={gate} />}
    </QueryView>
  );
}

function GateView({ gate }: { gate: Gate }) {
  const { serverId, state, unmet, regions } = gate;
  const serverName = useServerName();
  useGateEnds([gate]);
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/servers">
          Servers
        </Link>{' '}
        /{' '}
        <Link className="link wrap-anywhere" to="/servers/$serverId" params={{ serverId }}>
          {serverName(serverId)}
        </Link>{' '}
        /{' '}
        <Link className="link" to="/servers/$serverId" params={{ serverId }} search={{ tab: 'gates' }}>
          Gates
        </Link>
      </p>
      <PageHeader
        title={<span className="wrap-anywhere">Gate: {serverName(serverId)}</span>}
        lead="After a deploy: whether every region finds the server good, twice in a row."
      />
      <GateCard gate={gate} />
      {unmet.length > 0 && (
        <Section title={state === 'waiting' ? 'What does not hold yet' : 'What did not hold'}>
          <UnmetList unmet={unmet} />
        </Section>
      )}
      <Section title="What each region saw last">
        {regions.length > 0 ? (
          <RegionTable regions={regions} />
        ) : (
          <p className="text-sm text-muted">
            {state === 'waiting' ? 'None has answered yet.' : 'None answered while the gate waited.'}
          </p>
        )}
      </Section>
    </>
  );
}
