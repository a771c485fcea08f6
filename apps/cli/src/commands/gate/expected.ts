import type { FailOn } from '../fail-on.ts';
import type { Side } from '../read-side.ts';

/** What a gate wants beside a server that is up. */
export type Expected = {
  version: string | null;
  snapshot: Side | null;
  /** The mildest class of change against the snapshot that keeps the gate shut. */
  failOn: FailOn;
};
