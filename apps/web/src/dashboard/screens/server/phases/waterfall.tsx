import type { Phase } from '@alivemcp/contracts';
import { toBars } from './phase-bars.ts';
import { PHASE_WORDS } from './phase-words.ts';

// A failed bar differs in pattern, not only in colour.
const HATCHED =
  'repeating-linear-gradient(135deg, var(--down) 0 4px, color-mix(in srgb, var(--down), transparent 60%) 4px 7px)';

/** A bar a phase; `scaleMs` is the time that the whole width stands for. */
export function Waterfall({ phases, scaleMs }: { phases: readonly Phase[]; scaleMs: number }) {
  const share = (ms: number) => `${scaleMs > 0 ? (ms / scaleMs) * 100 : 0}%`;
  return (
    <ol className="mt-1 text-xs">
      {toBars(phases).map(({ name, ms, ok, startMs }) => (
        <li key={name} className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-center gap-x-3 py-0.5">
          <span className={ok ? 'text-muted' : 'font-medium text-down'}>{PHASE_WORDS[name]}</span>
          <span aria-hidden="true" className="relative h-3 rounded-xs bg-soft">
            <span
              className={`absolute inset-y-0 min-w-0.5 rounded-xs ${ok ? 'bg-accent' : ''}`}
              style={{
                left: `min(${share(startMs)}, 100% - 2px)`,
                width: share(ms),
                ...(!ok && { background: HATCHED }),
              }}
            />
          </span>
          <span className="figures min-w-16 text-right whitespace-nowrap">
            {ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms
            {!ok && <strong className="block font-medium text-down">✕ failed</strong>}
          </span>
        </li>
      ))}
    </ol>
  );
}
