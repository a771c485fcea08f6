import type { SlaReport, SlaServer } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { duration, milliseconds, percent } from '../../../format/numbers.ts';
import { Table } from '../../ui/table.tsx';
import { BudgetBar } from './budget-bar.tsx';

const HEAD = (
  <tr>
    <th scope="col">Server</th>
    <th scope="col">Availability</th>
    <th scope="col">Error budget</th>
    <th scope="col">Incidents</th>
    <th scope="col">Latency</th>
    <th scope="col">Handshakes</th>
    <th scope="col">Coverage</th>
  </tr>
);

/** A row a server, by name. */
export function ReportTable({ report, running }: { report: SlaReport; running: boolean }) {
  return (
    <Table label="Servers" head={HEAD}>
      {report.servers.map((server) => (
        <Row key={server.serverId} server={server} running={running} />
      ))}
    </Table>
  );
}

function Row({ server, running }: { server: SlaServer; running: boolean }) {
  const { incidents, latency, handshakes } = server;
  return (
    <tr className="break-inside-avoid figures">
      <th scope="row" className="min-w-36">
        <Link className="link break-words" to="/servers/$serverId" params={{ serverId: server.serverId }}>
          {server.name}
        </Link>
      </th>
      <td className="whitespace-nowrap">
        <span className="font-semibold">{percent(server.availabilityPercent)}</span>
        {server.downMs !== null && <p className="text-muted">down {duration(server.downMs)}</p>}
      </td>
      <td>
        <BudgetBar budget={server.budget} running={running} />
      </td>
      <td className="whitespace-nowrap">
        {incidents.count}
        {incidents.mttrMs !== null && <p className="text-muted">MTTR {duration(incidents.mttrMs)}</p>}
        {incidents.mtbfMs !== null && <p className="text-muted">MTBF {duration(incidents.mtbfMs)}</p>}
        {incidents.detectMs !== null && <p className="text-muted">MTTD {duration(incidents.detectMs)}</p>}
      </td>
      <td className="whitespace-nowrap">
        {latency.count === 0 ? (
          <span className="text-muted">no data</span>
        ) : (
          <>
            p95 {milliseconds(latency.p95Ms)}
            <p className="text-muted">p50 {milliseconds(latency.p50Ms)}</p>
            <p className="text-muted">p99 {milliseconds(latency.p99Ms)}</p>
          </>
        )}
      </td>
      <td className="whitespace-nowrap">
        {percent(handshakes.successPercent)}
        {handshakes.count > 0 && <p className="text-muted">of {handshakes.count.toLocaleString('en')}</p>}
      </td>
      <td className="whitespace-nowrap">{percent(server.coveragePercent)}</td>
    </tr>
  );
}
