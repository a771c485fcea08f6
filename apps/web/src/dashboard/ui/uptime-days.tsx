import type { UptimeDay } from '@alivemcp/contracts';
import { duration, percent } from '../../format/numbers.ts';

const WIDTH = 8;
const GAP = 2;
const HEIGHT = 32;

/** How a day is drawn: colour and height both say it. */
function bar(day: UptimeDay): { fill: string; height: number } {
  if (day.uptimePercent === null) return { fill: 'fill-line', height: HEIGHT * 0.35 };
  if (day.downMs > 0) return { fill: 'fill-down', height: HEIGHT * 0.7 };
  if (day.degradedMs > 0) return { fill: 'fill-degraded', height: HEIGHT * 0.85 };
  return { fill: 'fill-up', height: HEIGHT };
}

function sentence(day: UptimeDay): string {
  if (day.uptimePercent === null) return `${day.day}: no data`;
  const down = day.downMs > 0 ? `, down ${duration(day.downMs)}` : '';
  const degraded = day.degradedMs > 0 ? `, degraded ${duration(day.degradedMs)}` : '';
  return `${day.day}: ${percent(day.uptimePercent)} up${down}${degraded}`;
}

/** A bar a day, oldest first. What it shows can be read in the table of the same days. */
export function UptimeDays({ days, label }: { days: UptimeDay[]; label: string }) {
  const worse = days.filter((day) => day.downMs > 0).length;
  return (
    <svg
      viewBox={`0 0 ${days.length * (WIDTH + GAP) - GAP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${label}: downtime on ${worse} of ${days.length} days`}
      className="h-9 w-full"
    >
      {days.map((day, index) => {
        const { fill, height } = bar(day);
        return (
          <rect
            key={day.day}
            x={index * (WIDTH + GAP)}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            className={fill}
          >
            <title>{sentence(day)}</title>
          </rect>
        );
      })}
    </svg>
  );
}
