import type { DriftRisk } from '@alivemcp/contracts';
import { type CanonicalTool, toolName } from '../canonical/canonical-tool.ts';
import { canonicalToolList } from '../canonical/canonical-tool-list.ts';
import { sameJson } from '../canonical/same-json.ts';
import { descriptionOf } from './description-of.ts';
import { distinctRisks } from './distinct-risks.ts';
import type { Finding } from './finding.ts';
import { lengthRisk } from './length-risk.ts';
import { privilegeRisks } from './privilege-risks.ts';
import { textRisks } from './text-risks.ts';

/** Beyond this a list says the same again and again. */
export const MAX_RISKS = 100;
/** Of more tools of one name the first are held against what comes: each is read again for every one that comes. */
export const MAX_NAMESAKES = 10;

/**
 * Signs of tool poisoning and of widened privilege that a change brought: cautions with their reason, never a verdict.
 * What was there before is not told again; a first list is `[]` against it. In order of tool names.
 */
export function findRisks(before: readonly unknown[], after: readonly unknown[]): DriftRisk[] {
  const was = canonicalToolList(before);
  const is = canonicalToolList(after);
  const earlier = Map.groupBy(was.tools, toolName);
  const names = { before: new Set(was.names), after: new Set(is.names) };
  const risks: DriftRisk[] = [];
  for (const tool of is.tools) {
    const name = toolName(tool);
    const namesakes = earlier.get(name)?.slice(0, MAX_NAMESAKES) ?? null;
    if (namesakes?.some((before) => sameJson(before, tool))) continue;
    const findings = [...changeRisks(tool, namesakes), ...textRisks({ tool, name, earlier: namesakes }, names)];
    risks.push(...distinctRisks(findings, name));
    if (risks.length >= MAX_RISKS) break;
  }
  return risks.slice(0, MAX_RISKS);
}

function changeRisks(tool: CanonicalTool, namesakes: CanonicalTool[] | null): Finding[] {
  const [before] = namesakes ?? [];
  if (before === undefined) return [];
  return [...privilegeRisks(before, tool), ...lengthRisk(descriptionOf(before), descriptionOf(tool))];
}
