import type { ProbeRecord } from '@alivemcp/contracts';
import { ProbePhases } from '../../../parts/probe-phases.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { TranscriptView } from './transcript-view.tsx';

/** What a check found, what to try first, where it ended, and what was said. */
export function CheckDetails({ probe }: { probe: ProbeRecord }) {
  const nameOf = useRegionName();
  const { region, phases, outcome } = probe;
  return (
    <div className="grid gap-4 pb-2">
      <div className="max-w-prose">
        <p className="font-semibold break-words">{showHidden(probe.summary)}</p>
        {probe.firstAction && (
          <p>
            <strong className="font-semibold">Try this first:</strong> {probe.firstAction}
          </p>
        )}
      </div>
      <ProbePhases regions={[{ name: nameOf(region), phases, outcome, running: false }]} />
      <TranscriptView transcript={probe.transcript} />
    </div>
  );
}
