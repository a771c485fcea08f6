import type { DriftChange } from '@alivemcp/contracts';
import { byCodeUnits } from '../canonical/canonical-json.ts';
import { type CanonicalTool, toolName } from '../canonical/canonical-tool.ts';
import { change } from './change.ts';
import { likeness, traitsOf } from './likeness.ts';
import { markHidden } from './mark-hidden.ts';
import { pointer } from './pointer.ts';

/** Every removed tool is held against every added one: where these are more pairs, nobody would read the hints. */
const MAX_PAIRS = 2500;
const ALIKE = 0.6;

/** Hints that a removed tool may live on under the name of an added one: the most alike first, each tool once. */
export function findRenames(removed: readonly CanonicalTool[], added: readonly CanonicalTool[]): DriftChange[] {
  if (removed.length * added.length > MAX_PAIRS) return [];
  const candidates = added.map(candidate);
  const pairs = removed
    .map(candidate)
    .flatMap((from) => candidates.map((to) => ({ from, to, alike: likeness(from.traits, to.traits) })))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || byCodeUnits(a.from.name, b.from.name) || byCodeUnits(a.to.name, b.to.name));
  const taken = new Set<Candidate>();
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return [];
    taken.add(from).add(to);
    return [hint(from.name, to.name)];
  });
}

type Candidate = ReturnType<typeof candidate>;

const candidate = (tool: CanonicalTool) => ({ name: toolName(tool) ?? '', traits: traitsOf(tool) });

const hint = (from: string, to: string): DriftChange =>
  change({
    kind: 'tool_renamed',
    tool: from,
    pointer: pointer('', from),
    before: from,
    after: to,
    summary: `Tool "${markHidden(from)}" may have been renamed to "${markHidden(to)}": the two are much alike.`,
  });
