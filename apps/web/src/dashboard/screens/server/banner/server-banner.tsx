import type { Server, ServerStatus } from '@alivemcp/contracts';
import { useState } from 'react';
import { PageHeader } from '../../../ui/layout.tsx';
import { BannerActions } from './banner-actions.tsx';
import { BannerNotes } from './banner-notes.tsx';
import { ProbeNow } from './probe-now.tsx';
import { Reason } from './reason.tsx';
import { ServerFacts } from './server-facts.tsx';

const EDGE: Record<ServerStatus, string> = {
  up: 'border-l-up',
  degraded: 'border-l-degraded',
  down: 'border-l-down',
  unknown: 'border-l-unknown',
  paused: 'border-l-unknown',
  maintenance: 'border-l-maintenance',
  pending: 'border-l-unknown',
};

/** What somebody who was woken up wants to know: is it down, since when, why, and what to do first. */
export function ServerBanner({ server }: { server: Server }) {
  const [probing, setProbing] = useState(0);
  return (
    <>
      <PageHeader title={server.name} lead={<span className="prose-code">{server.url}</span>} />
      <div className={`rounded-lg border border-l-4 border-line p-4 ${EDGE[server.status]}`}>
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <div className="min-w-0 flex-1 basis-80">
            <Reason server={server} />
            <BannerNotes server={server} />
          </div>
          <BannerActions server={server} onProbe={() => setProbing(probing + 1)} />
        </div>
        {probing > 0 && <ProbeNow key={probing} server={server} close={() => setProbing(0)} />}
      </div>
      <ServerFacts server={server} />
    </>
  );
}
