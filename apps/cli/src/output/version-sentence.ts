import { cleanLine, type VersionVerdict } from '@alivemcp/contracts';
import type { Comparison } from '../commands/compare-sides.ts';

const MEANING: Record<VersionVerdict, (change: string) => string> = {
  honest: (change) => `enough for ${change}`,
  understated: (change) => `${change} asks for a bigger step`,
  overstated: () => 'a new major version, though nothing breaks',
  unversioned: () => 'not SemVer before and after',
};

/** What the claimed version makes of the change, such as `Version 1.0.0 → 1.0.1: understated, …`. Empty without a change. */
export function versionSentence({ class: worst, versionVerdict, versions: { before, after } }: Comparison): string {
  if (worst === null || versionVerdict === null) return '';
  const [from, to] = [before, after].map((version) => (version === null ? 'none' : cleanLine(version, 60)));
  const step = from === to ? `${from}, not moved` : `${from} → ${to}`;
  const change = `${worst === 'additive' ? 'an' : 'a'} ${worst} change`;
  return `Version ${step}: ${versionVerdict}, ${MEANING[versionVerdict](change)}.`;
}
