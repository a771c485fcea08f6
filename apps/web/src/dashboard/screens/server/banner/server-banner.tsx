import type { Server } from '@alivemcp/contracts';
import { PageHeader } from '../../../ui/layout.tsx';
import { STATE_EDGE } from '../../../ui/state-mark.tsx';
import { BannerActions } from './banner-actions.tsx';
import { BannerNotes } from './banner-notes.tsx';
import { ProbeRun } from './probe-run.tsx';
import { Reason } from './reason.tsx';
import { ServerFacts } from './server-facts.tsx';
import { useProbeNow } from './use-probe-now.ts';

/** What somebody who was woken up wants to know: is it down, since when, why, and what to do first. */
export function ServerBanner({ server }: { server: Server }) {
  const probe = useProbeNow(server.id);
  return (
    <>
      <PageHeader title={server.name} lead={<span className="prose-code">{server.url}</span>} />
      <div className={`rounded-lg border border-l-4 border-line p-4 ${STATE_EDGE[server.status]}`}>
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <div className="min-w-0 flex-1 basis-80">
            <Reason server={server} />
            <BannerNotes server={server} />
          </div>
          <BannerActions server={server} probing={probe.isPending} probeNow={() => probe.mutate()} />
        </div>
        {!probe.isIdle && <ProbeRun server={server} probe={probe} />}
      </div>
      <ServerFacts server={server} />
    </>
  );
}
