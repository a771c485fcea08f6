import type { FailOn } from '../fail-on.ts';
import type { Expected } from './expected.ts';
import type { GateReason } from './judge.ts';
import type { Seen, Waited } from './wait-until-good.ts';

/** What a gate says in the end. */
export type GateVerdict = {
  passed: boolean;
  /** What did not hold, the most important of it; null when passed. */
  reason: GateReason | null;
  /** All that did not hold, a sentence each. */
  sentences: string[];
  waitedMs: number;
  probes: number;
  expected: { version: string | null; snapshotHash: string | null; failOn: FailOn | null };
  last: Seen;
};

export function gateVerdict(
  { passed, waitedMs, probes, last }: Waited,
  expected: Expected,
  consecutive: number,
): GateVerdict {
  const { version, snapshot, failOn } = expected;
  const [first] = last.unmet;
  const sentences = last.unmet.map(({ sentence }) => sentence);
  return {
    passed,
    reason: passed ? null : (first?.reason ?? 'not_confirmed'),
    sentences:
      passed || first !== undefined
        ? sentences
        : [`The last probe was good, but ${consecutive} in a row are wanted and the time was over.`],
    waitedMs,
    probes,
    expected: { version, snapshotHash: snapshot?.list.hash ?? null, failOn: snapshot && failOn },
    last,
  };
}
