import type { UptimeDay } from '@alivemcp/contracts';
import { duration, percent } from '../../../../format/numbers.ts';
import { Table } from '../../../ui/table.tsx';

const HEAD = (
  <tr>
    <th scope="col">Day (UTC)</th>
    <th scope="col">Uptime</th>
    <th scope="col">Down</th>
    <th scope="col">Degraded</th>
    <th scope="col">Observed</th>
  </tr>
);

/** The days that were not all good, as a table, newest first. */
export function BadDays({ days }: { days: UptimeDay[] }) {
  if (days.every((day) => day.uptimePercent === null)) return <p className="mt-3 text-sm">Nothing was observed yet.</p>;
  const bad = days.filter((day) => day.downMs > 0 || day.degradedMs > 0).toReversed();
  if (bad.length === 0) return <p className="mt-3 text-sm">No downtime on any of these days.</p>;
  return (
    <details className="mt-3">
      <summary className="w-fit py-1 text-sm">
        {bad.length === 1 ? '1 day' : `${bad.length} days`} with downtime or degraded time
      </summary>
      <div className="mt-2">
        <Table label="Days with downtime or degraded time" head={HEAD}>
          {bad.map((day) => (
            <tr key={day.day} className="figures">
              <th scope="row" className="whitespace-nowrap">
                {day.day}
              </th>
              <td>{percent(day.uptimePercent)}</td>
              <td className="whitespace-nowrap">{duration(day.downMs)}</td>
              <td className="whitespace-nowrap">{duration(day.degradedMs)}</td>
              <td>{percent(day.coveragePercent)}</td>
            </tr>
          ))}
        </Table>
      </div>
    </details>
  );
}
