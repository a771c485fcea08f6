import type { ProbeResult, ProbeTarget } from '@alivemcp/contracts';
import { createGuard, type GuardOptions } from '@alivemcp/net-guard';
import { probe } from './probe.ts';

export const guard = createGuard({ allowPrivate: true });

export const target = (url: string, more: Partial<ProbeTarget> = {}): ProbeTarget => ({
  url,
  transport: 'auto',
  auth: { type: 'none' },
  known: null,
  hadTools: false,
  expectations: {},
  clientName: null,
  checkTruth: false,
  timeoutMs: 3000,
  ...more,
});

/** Probes a URL on loopback; for tests. */
export const check = (url: string, more: Partial<ProbeTarget> = {}, options?: GuardOptions): Promise<ProbeResult> =>
  probe(target(url, more), { guard: options ? createGuard({ allowPrivate: true, ...options }) : guard });
