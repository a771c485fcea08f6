/** Core numbers as text (they may be longer than a number holds), and the pre-release part. */
export type SemVer = { core: readonly [string, string, string]; prerelease: string };

const NUMBER = '(0|[1-9]\\d*)';
/** A part of a pre-release: a number without leading zeros, or a word. */
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const SEMVER = new RegExp(
  `^[vV]?${NUMBER}\\.${NUMBER}(?:\\.${NUMBER})?(?:-(${IDENTIFIER}(?:\\.${IDENTIFIER})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

/** SemVer 2.0.0, forgiving a leading `v` and a missing patch number, as servers write them; null for anything else. */
export function parseSemVer(version: string): SemVer | null {
  if (version.length > 256) return null;
  const match = SEMVER.exec(version.trim());
  if (match === null) return null;
  const [, major = '0', minor = '0', patch = '0', prerelease = ''] = match;
  return { core: [major, minor, patch], prerelease };
}

/** What a version step claims. `unstable` = from or to a pre-release, which promises nothing (SemVer 2.0.0 §9). */
export type Bump = 'none' | 'unstable' | 'patch' | 'minor' | 'major';

/** Either direction counts. Below 1.0.0 the left-most non-zero number stands for major, as in caret ranges. */
export function bumpBetween(from: SemVer, to: SemVer): Bump {
  const moved = from.core.findIndex((number, index) => number !== to.core[index]);
  if (moved === -1 && from.prerelease === to.prerelease) return 'none';
  if (from.prerelease !== '' || to.prerelease !== '') return 'unstable';
  const leading = from.core.findIndex((number) => number !== '0');
  const rank = moved - (leading === -1 ? 2 : leading);
  return rank <= 0 ? 'major' : rank === 1 ? 'minor' : 'patch';
}
