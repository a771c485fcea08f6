import type { PhaseName } from '@alivemcp/contracts';

/** The steps of a probe as people say them. */
export const PHASE_WORDS: Record<PhaseName, string> = {
  dns: 'DNS',
  tcp: 'TCP',
  tls: 'TLS',
  auth: 'Token',
  stream: 'Event stream',
  discover: 'Discover',
  initialize: 'Initialize',
  initialized: 'Initialized',
  tools: 'Tool list',
  close: 'Close',
};
