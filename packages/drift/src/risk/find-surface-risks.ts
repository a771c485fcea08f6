import { type DriftRisk, SURFACE_LISTS, type SurfaceList } from '@alivemcp/contracts';
import { canonicalValue } from '../canonical/canonical-value.ts';
import type { Json } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { canonicalList } from '../surface/canonical-list.ts';
import { entryKey } from '../surface/entry-key.ts';
import { ENTRY_NOUNS } from '../surface/entry-nouns.ts';
import { descriptionOf } from './description-of.ts';
import { distinctRisks } from './distinct-risks.ts';
import { MAX_NAMESAKES, MAX_RISKS } from './find-risks.ts';
import type { Finding } from './finding.ts';
import { lengthRisk } from './length-risk.ts';
import type { Phrase } from './phrases.ts';
import { ENTRY_PHRASES, INSTRUCTION_PHRASES } from './surface-phrases.ts';
import { wordingRisks } from './text-risks.ts';

type Content = Record<string, unknown>;

/**
 * Signs of poisoning that a change brought into a server's instructions, prompts and resources: cautions, never a verdict.
 * What was there before is not told again, nor anything of a part that one of the two did not read; a first surface is
 * `{ instructions: null, prompts: [], … }` against it.
 */
export function findSurfaceRisks(before: Content, after: Content): DriftRisk[] {
  const risks = [
    ...instructionRisks(before, after),
    ...SURFACE_LISTS.flatMap((list) => listRisks(list, before, after)),
  ];
  return risks.slice(0, MAX_RISKS);
}

function instructionRisks({ instructions: was }: Content, { instructions: is }: Content): DriftRisk[] {
  if (was === undefined || typeof is !== 'string') return [];
  const described = (text: unknown): Json => ({ description: canonicalValue(text, 'data') });
  return risksOf('The instructions', described(is), was === null ? [] : [described(was)], INSTRUCTION_PHRASES);
}

function listRisks(list: SurfaceList, { [list]: was }: Content, { [list]: is }: Content): DriftRisk[] {
  if (!Array.isArray(was) || !Array.isArray(is)) return [];
  const earlier = Map.groupBy(canonicalList(list, was), (entry) => entryKey(list, entry));
  const risks: DriftRisk[] = [];
  for (const entry of canonicalList(list, is)) {
    const key = entryKey(list, entry);
    const called = `${ENTRY_NOUNS[list]} "${markHidden(key ?? '')}"`;
    risks.push(...risksOf(called, entry, earlier.get(key)?.slice(0, MAX_NAMESAKES) ?? [], ENTRY_PHRASES));
    if (risks.length >= MAX_RISKS) break;
  }
  return risks;
}

function risksOf(called: string, item: Json, earlier: Json[], phrases: readonly Phrase[]): DriftRisk[] {
  if (earlier.some((before) => sameJson(before, item))) return [];
  const grown = earlier
    .slice(0, 1)
    .flatMap((before) => lengthRisk(descriptionOf(before), descriptionOf(item), 'The text'));
  const findings = [...grown, ...wordingRisks(item, earlier, phrases)];
  return distinctRisks(
    findings.map((finding) => ({ ...finding, reason: `${called}: ${inside(finding)}` })),
    null,
  );
}

/** The reason as the rest of a sentence. */
const inside = ({ reason }: Finding): string => reason.charAt(0).toLowerCase() + reason.slice(1);
