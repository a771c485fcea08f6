import type { Drift, ToolRemoval, VersionVerdict } from '@alivemcp/contracts';
import { CHANGELOG_HEADINGS, headingOf } from '@alivemcp/drift';
import { markdownText } from './markdown-text.ts';

/** What a changelog tells of a change. */
export type ChangelogEntry = Pick<
  Drift,
  'at' | 'fromVersion' | 'toVersion' | 'versionVerdict' | 'changes' | 'removals'
>;

const VERDICTS: Record<VersionVerdict, string> = {
  honest: 'The version says as much.',
  understated: 'The version says less than what changed.',
  overstated: 'The version says more than what changed.',
  unversioned: 'There is no version that can be compared.',
};

/** A server's changes as Markdown, newest first. All of it that the watched server chose is escaped. */
export function changelogText(serverName: string, entries: ChangelogEntry[], complete: boolean): string {
  const sections = entries.map((entry) => `## ${titleOf(entry)}\n\n${entryText(entry)}`);
  if (sections.length === 0) sections.push('No change has been seen.\n');
  if (!complete) sections.push('Older changes are left out here.\n');
  return [`# Changelog of ${markdownText(serverName)}\n`, ...sections].join('\n');
}

/** Day, time and versions of a change, in one line. */
export const titleOf = ({ at, fromVersion, toVersion }: ChangelogEntry): string =>
  `${at.slice(0, 16).replace('T', ' ')} UTC${versions(fromVersion, toVersion)}`;

/** One change under the five headings, those with nothing under them left out. */
export function entryText({ changes, removals, versionVerdict }: ChangelogEntry): string {
  const lines = [VERDICTS[versionVerdict]];
  const byHeading = Map.groupBy(changes, headingOf);
  for (const heading of CHANGELOG_HEADINGS) {
    const under = byHeading.get(heading) ?? [];
    const words = under.map((change) => `- ${markdownText(change.summary)}`);
    if (heading === 'Breaking') words.push(...removals.flatMap(brokenPromise));
    if (words.length > 0) lines.push('', `### ${heading}`, '', ...words);
  }
  return `${lines.join('\n')}\n`;
}

/** A tool that was taken away before its promised end. */
function brokenPromise({ tool, verdict, markedAt, afterDays, promisedUntil }: ToolRemoval): string[] {
  if (verdict !== 'too_soon' || markedAt === null || promisedUntil === null) return [];
  const days = `${afterDays} ${afterDays === 1 ? 'day' : 'days'}`;
  return [
    `- ${markdownText(tool)} was removed ${days} after it was marked deprecated; it was to stay until ${promisedUntil.slice(0, 10)}.`,
  ];
}

function versions(from: string | null, to: string | null): string {
  if (from === null && to === null) return '';
  const shown = (version: string | null) => (version === null ? 'none' : markdownText(version));
  return from === to ? ` · ${shown(to)}` : ` · ${shown(from)} → ${shown(to)}`;
}
