import type { Drift } from '@alivemcp/contracts';
import { Card } from '../../../ui/layout.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { Ago } from '../../../ui/time.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { tokenSentence } from '../tools/token-words.ts';
import { AcceptDrift } from './accept-drift.tsx';
import { ChangeList } from './change-list.tsx';
import { DriftCautions } from './drift-cautions.tsx';
import { DriftClassMark } from './drift-class-mark.tsx';
import { DriftRemovals } from './drift-removals.tsx';
import { versionSentence } from './drift-words.ts';
import { groupChanges } from './group-changes.ts';

export function DriftCard({ drift, open }: { drift: Drift; open: boolean }) {
  const nameOf = useRegionName();
  const tokens = tokenSentence(drift.tokens);
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
            <DriftClassMark driftClass={drift.class} />
            <span className="text-muted">
              <Ago iso={drift.at} /> · seen from {drift.regions.map(nameOf).join(', ')}
            </span>
          </p>
          <h3 className="mt-1 wrap-anywhere">{showHidden(drift.summary)}</h3>
          <p className="mt-1 max-w-prose text-sm">
            <Versions drift={drift} />
            {' · '}
            {drift.versionVerdict === 'understated' && <span aria-hidden="true">▲ </span>}
            {versionSentence(drift)}
          </p>
          {tokens !== null && <p className="figures mt-1 text-sm">Cost of the list: {tokens}</p>}
        </div>
        <AcceptDrift drift={drift} />
      </div>
      <DriftRemovals removals={drift.removals} />
      <DriftCautions risks={drift.risks} />
      <details className="mt-3" open={open}>
        <summary className="w-fit py-1 text-sm">
          {drift.changes.length === 1 ? '1 change' : `${drift.changes.length} changes`}
        </summary>
        <div className="mt-3 grid gap-5">
          {groupChanges(drift.changes).map((group) => (
            <ChangeList key={group.driftClass} group={group} />
          ))}
        </div>
      </details>
    </Card>
  );
}

function Versions({ drift: { fromVersion, toVersion } }: { drift: Drift }) {
  const [from, to] = [fromVersion, toVersion].map((version) => showHidden(version ?? 'no version'));
  return <span className="figures break-all">{from === to ? `still ${to}` : `${from} → ${to}`}</span>;
}
