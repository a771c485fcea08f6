import type { GateVerdict } from '../commands/gate/verdict.ts';
import { checkJson } from './check-json.ts';
import { diffJson } from './diff-json.ts';

/** The document of `gate --json`. Scripts depend on its shape. */
export function gateJson(url: string, verdict: GateVerdict) {
  const { passed, reason, sentences, waitedMs, probes, expected, last } = verdict;
  return {
    url,
    passed,
    reason,
    summary: passed ? `Passed after ${probes} ${probes === 1 ? 'probe' : 'probes'}.` : sentences.join(' '),
    waitedMs,
    probes,
    expected,
    check: checkJson(url, last.result),
    diff: last.comparison && diffJson(last.comparison),
  };
}
