import type { GateRegion } from '@alivemcp/contracts';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { Ago } from '../../../ui/time.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { shortHash } from './gate-words.ts';

/** The newest that each region saw for a gate. */
export function SeenByRegions({ regions }: { regions: GateRegion[] }) {
  const nameOf = useRegionName();
  return (
    <ul className="grid gap-1 text-sm">
      {regions.map(({ region, outcome, class: failure, version, toolsHash, checkedAt }) => (
        <li key={region} className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium">{nameOf(region)}</span>
          <StateMark status={outcome} />
          {failure !== null && <code className="prose-code text-muted">{failure}</code>}
          {version !== null && (
            <span className="max-h-12 overflow-hidden">
              version <code className="prose-code">{showHidden(version)}</code>
            </span>
          )}
          {toolsHash !== null && (
            <span className="whitespace-nowrap">
              tools{' '}
              <code className="prose-code" title={toolsHash}>
                {shortHash(toolsHash)}
              </code>
            </span>
          )}
          <span className="figures text-muted">
            <Ago iso={checkedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
