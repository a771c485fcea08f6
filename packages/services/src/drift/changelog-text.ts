import { DRIFT_CLASSES, type Drift, type DriftClass, type VersionVerdict } from '@alivemcp/contracts';
import { markdownText } from './markdown-text.ts';

const HEADINGS: Record<DriftClass, string> = {
  breaking: 'Breaking',
  behavioural: 'Behaviour',
  additive: 'Added',
  cosmetic: 'Cosmetic',
};

const VERDICTS: Record<VersionVerdict, string> = {
  honest: 'The version says as much.',
  understated: 'The version says less than what changed.',
  overstated: 'The version says more than what changed.',
  unversioned: 'There is no version that can be compared.',
};

/** A server's changes as Markdown, newest first. All of it that the watched server chose is escaped. */
export function changelogText(serverName: string, drifts: Drift[], complete: boolean): string {
  const sections = drifts.map(driftSection);
  if (sections.length === 0) sections.push('No change has been seen.\n');
  if (!complete) sections.push('Older changes are left out here.\n');
  return [`# Changelog of ${markdownText(serverName)}\n`, ...sections].join('\n');
}

function driftSection(drift: Drift): string {
  const lines = [
    `## ${drift.at.slice(0, 16).replace('T', ' ')} UTC${versions(drift)}`,
    '',
    VERDICTS[drift.versionVerdict],
  ];
  const byClass = Map.groupBy(drift.changes, (change) => change.class);
  for (const name of DRIFT_CLASSES) {
    const changes = byClass.get(name) ?? [];
    if (changes.length === 0) continue;
    lines.push('', `### ${HEADINGS[name]}`, '', ...changes.map((change) => `- ${markdownText(change.summary)}`));
  }
  return `${lines.join('\n')}\n`;
}

function versions({ fromVersion, toVersion }: Drift): string {
  if (fromVersion === null && toVersion === null) return '';
  const shown = (version: string | null) => (version === null ? 'none' : markdownText(version));
  return fromVersion === toVersion ? ` · ${shown(toVersion)}` : ` · ${shown(fromVersion)} → ${shown(toVersion)}`;
}
