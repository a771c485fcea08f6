import type { Server } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { SERVER_TABS, type ServerTab } from '../../search.ts';

const LABELS: Record<ServerTab, string> = {
  overview: 'Overview',
  tools: 'Tools',
  contract: 'Contract',
  drift: 'Drift',
  incidents: 'Incidents',
  checks: 'Checks',
  gates: 'Gates',
  alerts: 'Alerts',
  settings: 'Settings',
};

/** Links, not buttons: each part of the page has an address that can be sent to somebody. */
export function ServerTabs({ server, tab }: { server: Server; tab: ServerTab }) {
  return (
    <nav aria-label="Parts of this page" className="mt-8 mb-6 flex flex-wrap gap-x-1 border-b border-line">
      {SERVER_TABS.map((each) => (
        <Link
          key={each}
          to="/servers/$serverId"
          params={{ serverId: server.id }}
          search={({ window }) => ({ tab: each === 'overview' ? undefined : each, window })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={each === tab ? 'page' : undefined}
          className="-mb-px inline-flex min-h-10 items-center gap-1.5 border-b-2 border-transparent px-3 text-sm text-muted hover:text-fg aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-fg"
        >
          {LABELS[each]}
          {each === 'tools' && server.tools && <span className="figures text-muted">{server.tools.count}</span>}
          {each === 'drift' && server.openDrifts > 0 && (
            <span className="figures text-muted">
              {server.openDrifts}
              <span className="sr-only"> not accepted</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
