import type { PhaseName } from '@alivemcp/contracts';

/** What a probe does in each phase, in the field's words. */
export const PHASE_WORDS: Record<PhaseName, string> = {
  dns: 'DNS lookup',
  tcp: 'TCP connect',
  tls: 'TLS handshake',
  auth: 'Token',
  stream: 'Event stream',
  discover: 'Discover',
  initialize: 'Initialize',
  initialized: 'Initialized',
  tools: 'Tool list',
  lists: 'Other lists',
  call: 'Tool call',
  truth: 'True to its word',
  close: 'Close session',
};
