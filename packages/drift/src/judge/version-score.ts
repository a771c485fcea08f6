import type { DriftClass, VersionVerdict } from '@alivemcp/contracts';

export type VersionScore = {
  /** Changes the version told the truth about, of those it could have lied about: 0 to 1, null when there is none. */
  share: number | null;
  /** Changes the share is of. */
  judged: number;
  /** All changes by verdict. */
  counts: Record<VersionVerdict, number>;
};

/**
 * How far a server's version can be relied on, from the changes of any span of time. A cosmetic change asks for no new
 * version and a server without versions claims nothing: neither is in the share, since neither can be a lie.
 */
export function versionScore(history: readonly { class: DriftClass; versionVerdict: VersionVerdict }[]): VersionScore {
  const counts = { honest: 0, understated: 0, overstated: 0, unversioned: 0 };
  for (const { versionVerdict } of history) counts[versionVerdict]++;
  const judged = history.filter((drift) => drift.class !== 'cosmetic' && drift.versionVerdict !== 'unversioned');
  const honest = judged.filter(({ versionVerdict }) => versionVerdict === 'honest').length;
  return { share: judged.length === 0 ? null : honest / judged.length, judged: judged.length, counts };
}
