import { DRIFT_CLASSES, type DriftChange, type DriftClass, type DriftRisk } from '@alivemcp/contracts';
import { markHidden, summarizeChanges } from '@alivemcp/drift';
import type { Comparison } from '../commands/compare-sides.ts';
import { bySentence } from './by-sentence.ts';
import { paint } from './paint.ts';
import { saidOfChange } from './said-of-change.ts';
import { versionSentence } from './version-sentence.ts';

const COLORS = { breaking: 'red', behavioural: 'yellow', additive: 'green', cosmetic: 'gray' } as const;
/** Of one class, and of cautions. All of them are in the JSON. */
const MAX_LINES = 50;

/** A diff for people: by class, worst first, a sentence a change; then cautions, the sum, and what the version makes of it. */
export function diffText(comparison: Comparison): string {
  const { class: worst, changes, risks } = comparison;
  if (worst === null) return `${paint('green', '=')} No change`;
  const classes = DRIFT_CLASSES.map((name) =>
    ofClass(
      name,
      changes.filter((change) => change.class === name),
    ),
  );
  const sum = [`${summarizeChanges(changes)}. Worst: ${paint(COLORS[worst], worst)}.`, versionSentence(comparison)];
  return [...classes, cautions(risks), sum]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function ofClass(name: DriftClass, changes: DriftChange[]): string[] {
  if (changes.length === 0) return [];
  return [`${paint(COLORS[name], name)} (${changes.length})`, ...bounded(bySentence(changes.map(saidOfChange)))];
}

function cautions(risks: DriftRisk[]): string[] {
  if (risks.length === 0) return [];
  const lines = bySentence(
    risks.map(({ tool, reason, excerpt }) => ({
      tool,
      sentence: `${reason}${excerpt === '' ? '' : ` “${markHidden(excerpt, 120)}”`}`,
    })),
  );
  return [`${paint('yellow', '! cautions')} (${risks.length}): signs to look at, no verdict`, ...bounded(lines)];
}

function bounded(lines: string[]): string[] {
  const shown = lines.slice(0, MAX_LINES).map((line) => `  ${line}`);
  const left = lines.length - shown.length;
  return left === 0 ? shown : [...shown, `  … ${left} more; --json has them all`];
}
