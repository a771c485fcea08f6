import type { DriftRisk } from '@alivemcp/contracts';
import { MAX_TOOL_NAME } from '../diff/change.ts';
import type { Finding } from './finding.ts';

/** Each reason once, however many texts of the tool (null: of something else) give it. */
export function distinctRisks(findings: readonly Finding[], name: string | null): DriftRisk[] {
  const tool = name === null ? null : name.slice(0, MAX_TOOL_NAME).toWellFormed();
  return [...new Map(findings.toReversed().map((finding) => [`${finding.sign} ${finding.reason}`, finding])).values()]
    .toReversed()
    .map(({ sign, reason, excerpt }) => ({ sign, tool, reason, excerpt }));
}
