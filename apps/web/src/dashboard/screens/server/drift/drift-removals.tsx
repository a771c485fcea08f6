import type { ToolRemoval } from '@alivemcp/contracts';
import { showHidden } from '../text/show-hidden.ts';
import { removalSentence } from './removal-sentence.ts';

const LOOKS: Record<ToolRemoval['verdict'], { shape: string; color: string }> = {
  too_soon: { shape: '✕', color: 'text-down' },
  unannounced: { shape: '▲', color: 'text-degraded' },
  kept: { shape: '●', color: 'text-up' },
};

/** Tools that went, and whether that had been said before. */
export function DriftRemovals({ removals }: { removals: ToolRemoval[] }) {
  if (removals.length === 0) return null;
  return (
    <ul aria-label="Removed tools" className="mt-3 grid max-h-60 gap-1 overflow-y-auto text-sm">
      {removals.map((removal) => (
        <li key={removal.tool} className="flex gap-1.5">
          <span aria-hidden="true" className={LOOKS[removal.verdict].color}>
            {LOOKS[removal.verdict].shape}
          </span>
          <span className="min-w-0 wrap-anywhere">
            <code className="prose-code font-semibold">{showHidden(removal.tool)}</code> {removalSentence(removal)}
          </span>
        </li>
      ))}
    </ul>
  );
}
