import type { Server } from '@alivemcp/contracts';
import { TRANSPORT_WORDS } from '../../parts/server-fields/transport-words.ts';

/** What the server told of itself: a stranger's words. */
export function Found({ server: { protocol, serverInfo, tools } }: { server: Server }) {
  const facts = [
    protocol && ['Protocol', `MCP ${protocol.version} over ${TRANSPORT_WORDS[protocol.transport]}`],
    serverInfo && ['Server', `${serverInfo.name} ${serverInfo.version}`],
    tools && ['Tools', String(tools.count)],
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-3 border-t border-line pt-3">
      {facts.map(([term, value]) => (
        <div key={term} className="min-w-0">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="max-h-24 overflow-y-auto wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
