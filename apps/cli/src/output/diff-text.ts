import type { DriftChange, DriftClass, VersionVerdict } from '@alivemcp/contracts';
import { summarizeChanges } from '@alivemcp/drift';
import { paint } from './paint.ts';

const COLORS = { breaking: 'red', behavioural: 'yellow', additive: 'green', cosmetic: 'gray' } as const;

/** A diff for people: a line a change, worst first, then the sum and what the version makes of it. */
export function diffText(changes: DriftChange[], worst: DriftClass | null, verdict: VersionVerdict | null): string {
  if (worst === null) return `${paint('green', '=')} No change`;
  const lines = changes.map((change) => `${paint(COLORS[change.class], change.class.padEnd(12))} ${change.summary}`);
  return [
    ...lines,
    '',
    `${summarizeChanges(changes)}. Worst: ${paint(COLORS[worst], worst)}. Version: ${verdict}.`,
  ].join('\n');
}
