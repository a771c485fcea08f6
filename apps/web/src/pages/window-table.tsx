import { type ServerPageView, UPTIME_WINDOWS, type UptimeWindow } from '@alivemcp/contracts';
import { milliseconds, percent } from '../format/numbers.ts';
import { Wide } from './wide.tsx';

const NAMES: Record<UptimeWindow, string> = { '24h': '24 hours', '7d': '7 days', '30d': '30 days', '90d': '90 days' };

/** Uptime, how much of the time it speaks for, and latency, a row a window. */
export function WindowTable({ server, coverage }: Pick<ServerPageView, 'server' | 'coverage'>) {
  return (
    <Wide label="Uptime and latency by window">
      <table>
        <thead>
          <tr>
            <th scope="col">Window</th>
            <th scope="col">Uptime</th>
            <th scope="col">Observed</th>
            <th scope="col">p50</th>
            <th scope="col">p95</th>
          </tr>
        </thead>
        <tbody>
          {UPTIME_WINDOWS.map((window) => (
            <tr key={window}>
              <th scope="row">{NAMES[window]}</th>
              <td>{percent(server.uptime[window])}</td>
              <td>{percent(coverage[window])}</td>
              <td>{milliseconds(server.latency[window].p50Ms)}</td>
              <td>{milliseconds(server.latency[window].p95Ms)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
