import type { Server } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { memo, type ReactNode } from 'react';
import { milliseconds, percent } from '../../../format/numbers.ts';
import { RegionStrip } from '../../ui/region-strip.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Ago } from '../../ui/time.tsx';
import { ContractMarks } from './contract-marks.tsx';
import { MutedMark } from './muted-mark.tsx';
import { ROW_LINK } from './use-list-keys.ts';

const CARD =
  'max-lg:grid max-lg:grid-cols-[minmax(0,1fr)_auto] max-lg:content-start max-lg:gap-x-4 max-lg:gap-y-2 max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:p-4';

/** Of hundreds, only those that change are drawn again. */
export const ServerRow = memo(function ServerRow({ server }: { server: Server }) {
  const { tools } = server;
  const { host } = new URL(server.url);
  return (
    <tr className={`${CARD} focus-within:bg-soft lg:hover:bg-soft`}>
      <td>
        <StateMark status={server.status} />
        {server.mutedUntil && <MutedMark until={server.mutedUntil} />}
      </td>
      <th scope="row" className="font-normal max-lg:-order-1 lg:min-w-48">
        <Link
          {...ROW_LINK}
          to="/servers/$serverId"
          params={{ serverId: server.id }}
          className="link font-medium wrap-anywhere"
        >
          {server.name}
        </Link>
        {host !== server.name && <div className="wrap-anywhere text-muted">{host}</div>}
        {server.tags.length > 0 && <div className="mt-0.5 text-muted wrap-anywhere">{server.tags.join(' · ')}</div>}
      </th>
      <Cell label="Regions">
        <RegionStrip regions={server.regions} />
      </Cell>
      <Cell label="Uptime 24 h" end>
        <Uptime value={server.uptime['24h']} />
      </Cell>
      <Cell label="Uptime 30 d" end>
        <Uptime value={server.uptime['30d']} />
      </Cell>
      <Cell label="p95 latency" end>
        <span className="whitespace-nowrap">{milliseconds(server.p95Ms)}</span>
      </Cell>
      <Cell label="Tools">
        {tools === null ? (
          '–'
        ) : (
          <span>
            {tools.count}
            <span className="text-muted">
              {' '}
              · changed <Ago iso={tools.changedAt} />
            </span>
            <ContractMarks server={server} />
          </span>
        )}
      </Cell>
      <Cell label="Last check">
        {server.lastProbeAt === null ? <span className="text-muted">not yet</span> : <Ago iso={server.lastProbeAt} />}
      </Cell>
    </tr>
  );
});

/** On a card a value needs its name; in the table the heading has it. */
function Cell({ label, end = false, children }: { label: string; end?: boolean; children: ReactNode }) {
  return (
    <td
      data-label={label}
      className={`figures max-lg:before:block max-lg:before:text-muted max-lg:before:content-[attr(data-label)] ${end ? 'lg:text-right' : ''}`}
    >
      {children}
    </td>
  );
}

function Uptime({ value }: { value: number | null }) {
  return <span className={`whitespace-nowrap ${value === null ? 'text-muted' : ''}`}>{percent(value)}</span>;
}
