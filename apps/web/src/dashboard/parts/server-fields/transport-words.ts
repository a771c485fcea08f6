import type { TransportChoice } from '@alivemcp/contracts';

export const TRANSPORT_WORDS: Record<TransportChoice, string> = {
  auto: 'Find out',
  'streamable-http': 'Streamable HTTP',
  sse: 'HTTP+SSE',
};
