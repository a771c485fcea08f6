import type { DriftChange } from '@alivemcp/contracts';
import { ScrollBox } from '../text/scroll-box.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { type DiffLine, diffLines } from './diff-lines.ts';
import { quotedLines } from './quoted-lines.ts';

const LOOKS: Record<DiffLine['sign'], { className: string; word: string }> = {
  '-': { className: 'text-down', word: 'removed: ' },
  '+': { className: 'text-up', word: 'added: ' },
  ' ': { className: '', word: '' },
};

/** Before and after as one unified diff. */
export function ChangeDiff({ change }: { change: DriftChange }) {
  const diff = diffLines(quotedLines(change.before), quotedLines(change.after));
  if (diff.length === 0) return null;
  return (
    <ScrollBox label={`Before and after at ${change.pointer}`}>
      {diff.map(({ sign, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name and never move
        <div key={index} className={`flex ${LOOKS[sign].className}`}>
          <span aria-hidden="true" className="w-4 shrink-0 select-none">
            {sign}
          </span>
          <span>
            <span className="sr-only">{LOOKS[sign].word}</span>
            {showHidden(text)}
          </span>
        </div>
      ))}
    </ScrollBox>
  );
}
