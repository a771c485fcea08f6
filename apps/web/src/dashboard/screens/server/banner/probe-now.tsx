import type { ProbeNow as Answer, Server } from '@alivemcp/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../api/client.ts';
import { forgetPhases, useRunningProbe } from '../../../api/phases.ts';
import type { Problem } from '../../../api/problem.ts';
import { Button, Spinner } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { longestMs } from '../phases/phase-bars.ts';
import { Waterfall } from '../phases/waterfall.tsx';
import { ProbeResult } from './probe-result.tsx';

/** A probe outside the clock: its phases while it runs, then what came of it. Starts when it is shown. */
export function ProbeNow({ server, close }: { server: Server; close: () => void }) {
  const client = useQueryClient();
  const running = useRunningProbe(server.id);
  const nameOf = useRegionName();
  const { mutate, data, error } = useMutation<Answer, Problem>({
    mutationFn: () => api.post(`/servers/${server.id}/probe`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['servers', server.id] }),
  });
  useEffect(() => {
    forgetPhases(server.id);
    mutate();
  }, [server.id, mutate]);

  if (error) {
    return (
      <div className="mt-4">
        <ProblemNotice problem={error} retry={mutate} />
      </div>
    );
  }
  const scaleMs = longestMs([...running.values()]);
  return (
    <div className="mt-4 border-t border-line pt-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="font-semibold">
          {data ? 'The probe is done' : 'Probing now'}
        </p>
        {data ? <Button onClick={close}>Close</Button> : <Spinner />}
      </div>
      {data ? (
        <ProbeResult answer={data} />
      ) : (
        <ul className="grid gap-4">
          {server.regions.map(({ region }) => {
            const phases = running.get(region);
            return (
              <li key={region}>
                <p className="text-sm font-medium">{nameOf(region)}</p>
                {phases ? (
                  <Waterfall phases={phases} scaleMs={scaleMs} />
                ) : (
                  <p className="text-sm text-muted">Waiting for its turn</p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
