import type { Server } from '@alivemcp/contracts';
import { duration, milliseconds } from '../../../../format/numbers.ts';
import { Fact } from '../../../ui/fact.tsx';
import { Ago } from '../../../ui/time.tsx';

const ERA_WORDS = { legacy: 'with handshake', modern: 'without handshake' };
const TRANSPORT_WORDS = { 'streamable-http': 'Streamable HTTP', sse: 'HTTP+SSE' };

export function ServerFacts({ server }: { server: Server }) {
  const { protocol, serverInfo, lastProbeAt, tags } = server;
  return (
    <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3 text-sm">
      <Fact name="Last check">
        {lastProbeAt ? <Ago iso={lastProbeAt} /> : 'not yet'}, every {duration(server.intervalMs)}
      </Fact>
      <Fact name="Latency, p95 of 24 h">
        <span className="figures">{milliseconds(server.p95Ms)}</span>
      </Fact>
      {protocol && (
        <Fact name="Protocol">
          {TRANSPORT_WORDS[protocol.transport]} · {protocol.version} · {ERA_WORDS[protocol.era]}
        </Fact>
      )}
      {serverInfo && (
        <Fact name="It says it is">
          {serverInfo.name} {serverInfo.version}
        </Fact>
      )}
      {tags.length > 0 && <Fact name="Tags">{tags.join(', ')}</Fact>}
    </dl>
  );
}
