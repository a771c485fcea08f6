import type { ProbeRecord } from '@alivemcp/contracts';
import { longestMs } from '../phases/phase-bars.ts';
import { Waterfall } from '../phases/waterfall.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { TranscriptView } from './transcript-view.tsx';

/** What a check found, what to try first, where it ended, and what was said. */
export function CheckDetails({ probe }: { probe: ProbeRecord }) {
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
      {probe.phases.length > 0 && <Waterfall phases={probe.phases} scaleMs={longestMs([probe.phases])} />}
      <TranscriptView transcript={probe.transcript} />
    </div>
  );
}
