import type { DriftClass, VersionVerdict } from '@alivemcp/contracts';
import { type Bump, bumpBetween, parseSemVer } from './semver.ts';

/** The steps that are big enough for a change of the class. */
const ENOUGH: Record<DriftClass, readonly Bump[]> = {
  breaking: ['unstable', 'major'],
  behavioural: ['unstable', 'minor', 'major'],
  additive: ['unstable', 'minor', 'major'],
  cosmetic: ['none', 'unstable', 'patch', 'minor', 'major'],
};

/**
 * `serverInfo.version` before and after, held against the worst class of the change (SemVer 2.0.0 §6-9).
 * `overstated` is said only of a new major version at or above 1.0.0 whose tools stay compatible.
 */
export function judgeVersion(worst: DriftClass, from: string | null, to: string | null): VersionVerdict {
  const before = from === null ? null : parseSemVer(from);
  const after = to === null ? null : parseSemVer(to);
  if (before === null || after === null) return 'unversioned';
  const bump = bumpBetween(before, after);
  if (!ENOUGH[worst].includes(bump)) return 'understated';
  const stable = before.core[0] !== '0' && after.core[0] !== '0';
  return bump === 'major' && stable && worst !== 'breaking' ? 'overstated' : 'honest';
}
