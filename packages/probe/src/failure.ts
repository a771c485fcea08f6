import type { FailureClass, Transcript } from '@alivemcp/contracts';

export type FailureFacts = {
  /** Said instead of the class's own sentence; our own words, or a stranger's already cleaned. */
  detail?: string;
  status?: number;
  /** Code of a JSON-RPC error. */
  rpcCode?: number;
  rpcData?: unknown;
  retryAfterMs?: number;
  headers?: Record<string, string>;
  transcript?: Transcript | null;
};

/** How one attempt ends early. Thrown and caught inside this package only: `probe` returns values. */
export class ProbeFailure extends Error {
  readonly failureClass: FailureClass;
  readonly facts: FailureFacts;

  constructor(failureClass: FailureClass, facts: FailureFacts = {}) {
    super(facts.detail ?? failureClass);
    this.name = 'ProbeFailure';
    this.failureClass = failureClass;
    this.facts = facts;
  }
  /** The same facts under a class that says more; what was said for the other does not fit it. */
  as(failureClass: FailureClass): ProbeFailure {
    return new ProbeFailure(failureClass, { ...this.facts, detail: undefined });
  }
}
