import type { ProbeNow } from '@alivemcp/contracts';
import { milliseconds } from '../../../format/numbers.ts';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { longestMs } from '../phases/phase-bars.ts';
import { Waterfall } from '../phases/waterfall.tsx';

/** What each region found, and who has not answered yet. */
export function ProbeResult({ answer: { results, pending } }: { answer: ProbeNow }) {
  const nameOf = useRegionName();
  const scaleMs = longestMs(results.map(({ phases }) => phases));
  return (
    <ul className="grid gap-4">
      {results.map((result) => (
        <li key={result.region}>
          <p className="text-sm">
            <span className="font-medium">{nameOf(result.region)}</span> <StateMark status={result.outcome} />{' '}
            <span className="figures">{milliseconds(result.latencyMs ?? result.durationMs)}</span>{' '}
            {result.class && <code className="prose-code text-muted">{result.class}</code>}
          </p>
          {result.class && <p className="max-w-prose text-sm break-words">{result.summary}</p>}
          <Waterfall phases={result.phases} scaleMs={scaleMs} />
        </li>
      ))}
      {pending.map((region) => (
        <li key={region} className="text-sm">
          <span className="font-medium">{nameOf(region)}</span> has not answered yet; its result will be among the
          checks.
        </li>
      ))}
    </ul>
  );
}
