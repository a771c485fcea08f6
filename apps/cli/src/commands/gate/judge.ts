import type { ProbeResult } from '@alivemcp/contracts';
import { type Comparison, compareSides } from '../compare-sides.ts';
import { reaches } from '../fail-on.ts';
import { seenSide } from '../read-side.ts';
import type { Expected } from './expected.ts';

/** Why a gate is shut. Scripts depend on these words. */
export type GateReason =
  | 'target_refused'
  | 'not_observed'
  | 'not_up'
  | 'credentials_needed'
  | 'wrong_version'
  | 'tools_changed'
  | 'not_confirmed';

export type Unmet = { reason: GateReason; sentence: string };

/** What one probe says about everything that was asked: good when nothing is unmet. */
export type Judgement = {
  unmet: Unmet[];
  /** Against the snapshot; null without one, and where no tools were seen. */
  comparison: Comparison | null;
};

export function judge(result: ProbeResult, expected: Expected): Judgement {
  const { tools } = result;
  const state = judgeState(result);
  // Whoever has not shown the tools has shown no version that counts.
  if (tools === null) return { unmet: state, comparison: null };
  const comparison = expected.snapshot && compareSides(expected.snapshot, seenSide({ ...result, tools }));
  return { unmet: [...state, ...judgeVersion(result, expected), ...judgeTools(comparison, expected)], comparison };
}

function judgeState(result: ProbeResult): Unmet[] {
  const { class: failure, outcome, posture, summary } = result;
  const because = failure === null ? summary : `${failure}: ${summary}`;
  if (failure === 'target.refused') return [{ reason: 'target_refused', sentence: summary }];
  if (outcome === 'unknown') return [{ reason: 'not_observed', sentence: `We could not look. ${because}` }];
  if (outcome !== 'down' && (posture === 'auth_required' || posture === 'credential_rejected')) {
    return [{ reason: 'credentials_needed', sentence: `Alive, but its tools were not shown. ${because}` }];
  }
  if (outcome !== 'up') return [{ reason: 'not_up', sentence: `The server is ${outcome}. ${because}` }];
  return [];
}

/** Release tags are often written v1.2.3 where the server says 1.2.3. */
const plain = (version: string): string => version.trim().replace(/^v(?=\d)/i, '');

function judgeVersion({ serverInfo }: ProbeResult, { version }: Expected): Unmet[] {
  if (version === null || (serverInfo !== null && plain(serverInfo.version) === plain(version))) return [];
  const seen = serverInfo === null ? 'No version' : `Version ${serverInfo.version}`;
  return [{ reason: 'wrong_version', sentence: `${seen} is served, ${version} is expected.` }];
}

function judgeTools(comparison: Comparison | null, { failOn }: Expected): Unmet[] {
  const count = comparison?.changes.filter((change) => reaches(change.class, failOn)).length ?? 0;
  if (count === 0) return [];
  const changes = count === 1 ? 'change' : 'changes';
  const what = {
    any: `${count} ${changes}`,
    additive: `${count} ${changes} of a class that is additive or worse`,
    behavioural: `${count} ${changes} of a class that is behavioural or worse`,
    breaking: `${count} breaking ${changes}`,
  }[failOn];
  return [{ reason: 'tools_changed', sentence: `Against the snapshot the tools have ${what}.` }];
}
