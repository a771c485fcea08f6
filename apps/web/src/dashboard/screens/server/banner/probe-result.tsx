import type { ProbeNow } from '@alivemcp/contracts';
import { ProbePhases } from '../../../parts/probe-phases.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';

/** What each region found, who has not answered yet, and where the time went. */
export function ProbeResult({ answer: { results, pending } }: { answer: ProbeNow }) {
  const nameOf = useRegionName();
  return (
    <>
      <ul className="mb-4 grid gap-1 text-sm">
        {results.map((result) => (
          <li key={result.region} className="max-w-prose break-words">
            <span className="font-medium">{nameOf(result.region)}</span> <StateMark status={result.outcome} />{' '}
            {result.class && (
              <>
                {result.summary} <code className="prose-code whitespace-nowrap text-muted">{result.class}</code>
              </>
            )}
          </li>
        ))}
        {pending.map((region) => (
          <li key={region} className="max-w-prose">
            <span className="font-medium">{nameOf(region)}</span> has not answered yet; its result will be among the
            checks.
          </li>
        ))}
      </ul>
      {results.length > 0 && (
        <ProbePhases
          regions={results.map(({ region, phases, outcome }) => ({
            name: nameOf(region),
            phases,
            outcome,
            running: false,
          }))}
        />
      )}
    </>
  );
}
