import type { Server } from '@alivemcp/contracts';
import { useEffect, useRef } from 'react';
import { ProbePhases } from '../../parts/probe-phases.tsx';
import { PageHeader, Section } from '../../ui/layout.tsx';
import { NextSteps } from './next-steps.tsx';
import { useFirstProbe } from './use-first-probe.ts';
import { Verdict } from './verdict.tsx';

export function FirstProbe({ registered }: { registered: Server }) {
  const { server, regions, late } = useFirstProbe(registered);
  const top = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone.
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className="outline-none">
      <PageHeader
        title={server.name}
        lead={<span className="wrap-anywhere">Registered. First check of {server.url}</span>}
      />
      <Verdict server={server} late={late} />
      <Section title="Steps">
        <ProbePhases regions={regions} />
      </Section>
      {(server.status !== 'pending' || late) && <NextSteps server={server} />}
    </div>
  );
}
