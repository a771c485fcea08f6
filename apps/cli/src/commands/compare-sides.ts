import type { DriftChange, DriftClass, DriftRisk, VersionVerdict } from '@alivemcp/contracts';
import { diffToolLists, findRisks, judgeVersion, worstClass } from '@alivemcp/drift';
import { note } from '../output/stdio.ts';
import type { Side } from './read-side.ts';

/** What changed between two sides. `class` and `versionVerdict` are null when nothing did. */
export type Comparison = {
  class: DriftClass | null;
  versionVerdict: VersionVerdict | null;
  versions: { before: string | null; after: string | null };
  changes: DriftChange[];
  risks: DriftRisk[];
};

export function compareSides(before: Side, after: Side): Comparison {
  const changes = diffToolLists(before.list.tools, after.list.tools);
  const worst = worstClass(changes);
  return {
    class: worst,
    versionVerdict: worst && judgeVersion(worst, before.version, after.version),
    versions: { before: before.version, after: after.version },
    changes,
    risks: findRisks(before.list.tools, after.list.tools),
  };
}

/** Baselines are kept by era: across eras a difference may be none of the tools. */
export function noteEras(before: Side, after: Side): void {
  if (!before.era || !after.era || before.era === after.era) return;
  note(
    `the two lists are of different protocol eras (${before.era}, ${after.era}); servers may describe themselves differently`,
  );
}
