import type { UptimeDay } from '@alivemcp/contracts';
import { dayKind, dayWords } from './uptime-day.ts';

/** The strip in words, for who cannot hover: the days that were not wholly up, newest first. */
export function TroubledDays({ id, days }: { id: string; days: UptimeDay[] }) {
  const troubled = days.filter((day) => ['down', 'degraded'].includes(dayKind(day))).toReversed();
  if (troubled.length === 0) return null;
  return (
    <details id={`days-${id}`}>
      <summary>{troubled.length === 1 ? '1 day' : `${troubled.length} days`} with downtime or degraded time</summary>
      <ul className="small">
        {troubled.map((day) => (
          <li key={day.day}>{dayWords(day)}</li>
        ))}
      </ul>
    </details>
  );
}
