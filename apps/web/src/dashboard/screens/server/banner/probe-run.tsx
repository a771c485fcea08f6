import type { Server } from '@alivemcp/contracts';
import { Button } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { ProbeResult } from './probe-result.tsx';
import { RunningPhases } from './running-phases.tsx';
import type { useProbeNow } from './use-probe-now.ts';

/** A probe that somebody asked for: its phases while it runs, then what came of it. */
export function ProbeRun({ server, probe }: { server: Server; probe: ReturnType<typeof useProbeNow> }) {
  const { error, data, reset } = probe;
  return (
    <div className="mt-4 border-t border-line pt-4">
      {error ? (
        <ProblemNotice problem={error} />
      ) : (
        <>
          <div role="status" className="mb-2">
            <h2 className="text-base">{data ? 'The probe is done' : 'Probing now'}</h2>
          </div>
          {data ? <ProbeResult answer={data} /> : <RunningPhases server={server} />}
        </>
      )}
      {(error || data) && (
        <Button className="mt-3" onClick={reset}>
          Close
        </Button>
      )}
    </div>
  );
}
