import { cleanLine, type PublicChange } from '@alivemcp/contracts';
import type { DriftRow } from '@alivemcp/db';
import { CHANGELOG_HEADINGS, headingOf } from '@alivemcp/drift';
import { toPublicDrift } from './to-public-drift.ts';

const MAX_LINES = 6;
const MAX_LINE = 300;
const MAX_VERSION = 64;

/** A drift as a changelog tells it; `whole` with what changed under its headings. */
export function toPublicChange(row: DriftRow, whole: boolean): PublicChange {
  return {
    ...toPublicDrift(row),
    fromVersion: row.fromVersion && cleanLine(row.fromVersion, MAX_VERSION),
    toVersion: row.toVersion && cleanLine(row.toVersion, MAX_VERSION),
    sections: whole ? toSections(row) : [],
  };
}

function toSections({ changes }: DriftRow): PublicChange['sections'] {
  const byHeading = Map.groupBy(changes, headingOf);
  return CHANGELOG_HEADINGS.flatMap((heading) => {
    const under = byHeading.get(heading) ?? [];
    if (under.length === 0) return [];
    const lines = under.slice(0, MAX_LINES).map(({ summary }) => cleanLine(summary, MAX_LINE));
    return [{ heading, lines, left: under.length - lines.length }];
  });
}
