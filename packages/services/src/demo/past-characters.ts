import type { PhaseName } from '@alivemcp/contracts';
import type { PastCause } from './past-causes.ts';

export type PastCharacter = {
  /** How often it failed in 90 days, how long a failure typically took, and with what. */
  failures: number;
  typicalMinutes: number;
  causes: readonly [PastCause, ...PastCause[]];
  /** Usual bucket (`domain/histogram`) of a whole probe and of its phases; null where no probe gets to the tools. */
  latency: { total: number; phases: Partial<Record<PhaseName, number>> } | null;
};

/** One for each server of the demo, in its order: what its generated past was like. Latencies are like those of the real probes after it. */
export const PAST_CHARACTERS: readonly [PastCharacter, ...PastCharacter[]] = [
  {
    failures: 2,
    typicalMinutes: 5,
    causes: ['http.unavailable', 'tcp.reset'],
    latency: { total: 18, phases: { dns: 0, tcp: 6, discover: 14, tools: 11 } },
  },
  {
    failures: 5,
    typicalMinutes: 12,
    causes: ['mcp.session_lost', 'http.server_error', 'mcp.tool_duplicate'],
    latency: { total: 19, phases: { dns: 0, tcp: 4, initialize: 14, tools: 13 } },
  },
  {
    failures: 9,
    typicalMinutes: 25,
    causes: ['http.rate_limited', 'mcp.sse_no_reply', 'http.rate_limited', 'http.timeout_headers'],
    latency: { total: 44, phases: { dns: 0, tcp: 4, initialize: 40, tools: 40 } },
  },
  {
    failures: 28,
    typicalMinutes: 16,
    causes: ['tcp.refused', 'tcp.refused', 'tcp.reset', 'http.unavailable'],
    latency: { total: 16, phases: { dns: 0, tcp: 6, discover: 12, tools: 9 } },
  },
  {
    failures: 7,
    typicalMinutes: 140,
    causes: ['http.server_error', 'http.content_type', 'mcp.tools_empty'],
    latency: { total: 25, phases: { dns: 0, tcp: 5, initialize: 21, tools: 20 } },
  },
  { failures: 2, typicalMinutes: 40, causes: ['auth.metadata_broken', 'http.unavailable'], latency: null },
];

export const characterOf = (serverIndex: number): PastCharacter =>
  PAST_CHARACTERS[serverIndex % PAST_CHARACTERS.length] ?? PAST_CHARACTERS[0];
