import type { UptimeDay } from '@alivemcp/contracts';
import { type DayKind, dayKind, daysWords, dayWords } from './uptime-day.ts';

const STEP = 10;
const WIDTH = 7;
const HEIGHT = 32;
const THIN = 3;
const HEIGHTS: Record<DayKind, number> = { up: HEIGHT, partial: HEIGHT, degraded: 25, down: 18, none: 5 };

/** A bar a day, oldest first; the same can be read in a table of days. */
export function DayStrip({ days }: { days: UptimeDay[] }) {
  return (
    <svg
      className="days"
      viewBox={`0 0 ${days.length * STEP - (STEP - WIDTH)} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={daysWords(days)}
    >
      {days.map((day, index) => {
        const kind = dayKind(day);
        const height = HEIGHTS[kind];
        const width = kind === 'partial' ? THIN : WIDTH;
        const x = index * STEP + (WIDTH - width) / 2;
        return (
          <rect key={day.day} className={kind} x={x} y={HEIGHT - height} width={width} height={height}>
            <title>{dayWords(day)}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** How to read the strips; once a page. */
export function StripKey() {
  return (
    <p className="small">
      One bar a day, in UTC. Full height is a day up; shorter is a day with degraded time, shorter still one with
      downtime; a stub is a day without data, a thin bar one observed in part.
    </p>
  );
}
