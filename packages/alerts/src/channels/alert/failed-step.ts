import type { FailureClass } from '@alivemcp/contracts';

type Layer<Name extends string = FailureClass> = Name extends `${infer First}.${string}` ? First : never;

const STEPS: Record<Layer, string> = {
  target: 'the address check',
  dns: 'DNS',
  tcp: 'the TCP connection',
  tls: 'TLS',
  http: 'HTTP',
  mcp: 'MCP',
  auth: 'authorization',
  limit: 'the size limits',
  latency: 'the latency budget',
  observer: 'our own prober',
};

/** Which step failed, with the class: `TLS (tls.expired)`. */
export function failedStep(failureClass: FailureClass): string {
  return `${STEPS[failureClass.split('.')[0] as Layer]} (${failureClass})`;
}
