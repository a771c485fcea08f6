import { cleanLine, type StatusPageComponent } from '@alivemcp/contracts';
import { milliseconds, percent } from '../format/numbers.ts';
import { STATES } from '../theme/states.ts';
import { DayStrip } from './day-strip.tsx';
import { regionWords } from './region-words.ts';
import { State } from './state.tsx';
import { Time } from './time.tsx';
import { TroubledDays } from './troubled-days.tsx';

/** One server of a status page. */
export function ComponentRow({ component, level: Heading }: { component: StatusPageComponent; level: 'h3' | 'h4' }) {
  const { id, name, status, since, summary, path, uptime, coverage90d, p95Ms, days, regions } = component;
  const title = cleanLine(name);
  return (
    <li>
      <div className="row">
        <Heading>{path === null ? title : <a href={path}>{title}</a>}</Heading>
        <State status={status} />
      </div>
      {status !== 'up' && (
        <p className="small">
          {summary === null ? STATES[status].sentence : cleanLine(summary, 300)} Since <Time at={since} />.
        </p>
      )}
      <DayStrip days={days} />
      <p className="small number facts">
        <span>
          {uptime['90d'] === null ? 'No data yet' : `${percent(uptime['90d'])} up in 90 days`}
          {coverage90d < 100 && `, observed ${percent(coverage90d)}`}
        </span>
        <span>p95 in 24 h: {milliseconds(p95Ms)}</span>
        <span>{regionWords(regions)}</span>
      </p>
      <TroubledDays id={id} days={days} />
    </li>
  );
}
