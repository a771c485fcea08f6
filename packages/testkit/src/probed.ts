import type { ProbeResult } from '@alivemcp/contracts';

/** What a probe of a good server gives, with changes. */
export const probed = (changes: Partial<ProbeResult> = {}): ProbeResult => ({
  outcome: 'up',
  posture: 'open',
  class: null,
  summary: 'Up.',
  firstAction: null,
  startedAt: 0,
  durationMs: 12.4,
  latencyMs: 12,
  phases: [
    { name: 'tcp', ms: 0.42, ok: true },
    { name: 'initialize', ms: 11.98, ok: true },
  ],
  protocol: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
  serverInfo: { name: 'orders', version: '1.2.3' },
  capabilities: {},
  instructions: null,
  tools: [{ name: 'search' }],
  lists: {},
  call: null,
  truth: null,
  warnings: [],
  attempts: 1,
  firstAttempt: null,
  transcript: null,
  certificate: null,
  retryAfterMs: null,
  ...changes,
});
