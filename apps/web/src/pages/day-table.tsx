import type { ServerPageView, UptimeDay } from '@alivemcp/contracts';
import { duration, milliseconds, percent } from '../format/numbers.ts';
import { Wide } from './wide.tsx';

const LABEL = 'Day by day';

type Props = { days: UptimeDay[]; latencyDays: ServerPageView['latencyDays'] };

/** What the strip and the chart of one server show, as a table, newest first. */
export function DayTable({ days, latencyDays }: Props) {
  const latency = new Map(latencyDays.map((day) => [day.day, day]));
  return (
    <details id="day-by-day">
      <summary>{LABEL}, as a table</summary>
      <Wide label={LABEL}>
        <table>
          <thead>
            <tr>
              {['Day (UTC)', 'Uptime', 'Down', 'Degraded', 'Observed', 'p50', 'p95'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map(({ day, uptimePercent, downMs, degradedMs, coveragePercent }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{percent(uptimePercent)}</td>
                <td>{duration(downMs)}</td>
                <td>{duration(degradedMs)}</td>
                <td>{percent(coveragePercent)}</td>
                <td>{milliseconds(latency.get(day)?.p50Ms ?? null)}</td>
                <td>{milliseconds(latency.get(day)?.p95Ms ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  );
}
