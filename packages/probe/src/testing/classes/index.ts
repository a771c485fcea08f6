import type { FailureClass } from '@alivemcp/contracts';
import { AUTH } from './auth.ts';
import type { ClassCases } from './class-case.ts';
import { HTTP } from './http.ts';
import { LIMIT } from './limit.ts';
import { MCP, TOOLS } from './mcp.ts';
import { NETWORK } from './network.ts';
import { TLS } from './tls.ts';

/** Classes that no server on loopback can cause, or that are not this table's: where they are tested, or who makes them. */
type Elsewhere =
  | 'observer.network' // net-guard, classify-network.test.ts
  | 'observer.overload' // net-guard, classify-network.test.ts
  | 'observer.clock' // the prober
  | 'observer.not_run' // the prober, and the engine
  | 'observer.cancelled' // deadline.test.ts
  | 'latency.over_budget' // judged over many probes
  | 'mcp.list_failed' // extras
  | 'mcp.call_failed'
  | 'mcp.call_unexpected'
  | 'mcp.call_refused';

/** Every other class, each in at least one way. The compiler misses none. */
export const CLASS_CASES: Record<Exclude<FailureClass, Elsewhere>, ClassCases> = {
  ...NETWORK,
  ...TLS,
  ...HTTP,
  ...MCP,
  ...TOOLS,
  ...AUTH,
  ...LIMIT,
};
