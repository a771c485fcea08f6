import type { DriftClass } from '@alivemcp/contracts';
import { DRIFT_WORDS } from './drift-words.ts';

export function DriftClassMark({ driftClass }: { driftClass: DriftClass }) {
  const { shape, word, color } = DRIFT_WORDS[driftClass];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${color}`}>
      <span aria-hidden="true" className="inline-block w-3 text-center">
        {shape}
      </span>
      {word}
    </span>
  );
}
