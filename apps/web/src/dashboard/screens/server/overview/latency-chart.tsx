import { type Latency, WINDOW_MS } from '@alivemcp/contracts';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { milliseconds } from '../../../../format/numbers.ts';
import { localTime } from '../../../../format/times.ts';
import { midnights } from './midnights.ts';
import { withGaps } from './with-gaps.ts';

// Told apart by their dashes as well as by their colours.
const LINES = [
  { key: 'p99Ms', name: 'p99', color: 'var(--down)', dash: '2 4' },
  { key: 'p95Ms', name: 'p95', color: 'var(--degraded)', dash: '7 4' },
  { key: 'p50Ms', name: 'p50', color: 'var(--accent)', dash: undefined },
] as const;
const TICK = { fill: 'var(--muted)', fontSize: 12 };

const day = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function LatencyChart({ latency, label }: { latency: Latency; label: string }) {
  const points = withGaps(latency);
  const end = Date.now();
  const begin = Math.min(points[0]?.at ?? end, end - WINDOW_MS[latency.window]);
  const [axis, ticks] = latency.window === '24h' ? [hour] : [day, midnights(begin, end)];
  return (
    <div role="img" aria-label={label} className="h-64">
      <ResponsiveContainer>
        <LineChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={[begin, end]}
            tick={TICK}
            stroke="var(--edge)"
            ticks={ticks}
            interval="equidistantPreserveStart"
            minTickGap={24}
            tickFormatter={(at: number) => axis.format(at)}
          />
          <YAxis tick={TICK} stroke="var(--edge)" width={64} tickFormatter={(ms: number) => milliseconds(ms)} />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={(at) => localTime(new Date(Number(at)).toISOString())}
            formatter={(ms) => milliseconds(Number(ms))}
            contentStyle={{ background: 'var(--bg)', border: '1px solid var(--edge)', borderRadius: 6 }}
            itemStyle={{ color: 'var(--fg)' }}
          />
          <Legend iconType="plainline" formatter={(name) => <span className="text-fg">{name}</span>} />
          {LINES.map(({ key, name, color, dash }) => (
            <Line
              key={key}
              dataKey={key}
              name={name}
              stroke={color}
              strokeWidth={2}
              strokeDasharray={dash}
              dot={points.length <= 31 && { r: 3, fill: color, strokeWidth: 0 }}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
