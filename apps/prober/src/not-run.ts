import { FAILURE_CLASSES, type ProbeResult } from '@alivemcp/contracts';

const { sentence, firstAction } = FAILURE_CLASSES['observer.not_run'];

/** The result of a probe that was due at `dueAt` (epoch ms) and was not made. */
export const notRun = (dueAt: number): ProbeResult => ({
  outcome: 'unknown',
  posture: 'open',
  class: 'observer.not_run',
  summary: sentence,
  firstAction,
  startedAt: dueAt,
  durationMs: 0,
  latencyMs: null,
  phases: [],
  protocol: null,
  serverInfo: null,
  capabilities: null,
  instructions: null,
  tools: null,
  lists: {},
  call: null,
  truth: null,
  warnings: [],
  attempts: 0,
  firstAttempt: null,
  transcript: null,
  certificate: null,
  retryAfterMs: null,
});
