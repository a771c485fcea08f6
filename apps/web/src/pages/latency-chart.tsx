import type { ServerPageView } from '@alivemcp/contracts';
import { milliseconds } from '../format/numbers.ts';
import { latencyPath, roundUp } from './latency-path.ts';

const WIDTH = 900;
const HEIGHT = 160;

/** p50 and p95 a day. The same can be read in the table of days. */
export function LatencyChart({ days }: { days: ServerPageView['latencyDays'] }) {
  const values = days.flatMap(({ p50Ms, p95Ms }) => [p50Ms, p95Ms]).filter((value) => value !== null);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || values.length === 0) return <p className="muted">No latency was measured yet.</p>;
  const most = roundUp(Math.max(...values));
  const path = (key: 'p50Ms' | 'p95Ms') =>
    latencyPath(
      days.map((day) => ({ day: day.day, ms: day[key] })),
      WIDTH,
      HEIGHT,
      most,
    );
  const label = `Latency a day from ${first.day} to ${last.day}, between ${milliseconds(Math.min(...values))} and ${milliseconds(Math.max(...values))}`;
  return (
    <>
      <p className="small key">
        <span>
          <Sample className="p95" /> p95
        </span>
        <span>
          <Sample className="p50" /> p50
        </span>
        Latency of good probes a day
      </p>
      <div className="chart small">
        <div aria-hidden="true">
          {[most, most / 2, 0].map((ms) => (
            <span key={ms}>{milliseconds(ms)}</span>
          ))}
        </div>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
          <path className="grid" d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
          <path className="p50" d={path('p50Ms')} />
          <path className="p95" d={path('p95Ms')} />
        </svg>
        <p className="row" aria-hidden="true">
          <span>{first.day}</span>
          <span>{last.day}</span>
        </p>
      </div>
    </>
  );
}

function Sample({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 28 8" aria-hidden="true">
      <path className={className} d="M1 4h26" />
    </svg>
  );
}
