import type { Outcome } from '@alivemcp/contracts';
import { Spinner } from '../ui/button.tsx';
import { howItWent, type Phases, phaseBars, totalMs } from './phase-bars.ts';
import { PHASE_WORDS } from './phase-words.ts';

export type RegionPhases = { name: string; phases: Phases; running: boolean; outcome?: Outcome | null };

const WENT = {
  ok: { shape: '●', word: 'ok', text: 'text-up', bar: 'bg-up' },
  no: { shape: '○', word: 'declined', text: 'text-muted', bar: 'bg-edge' },
  failed: { shape: '✕', word: 'failed', text: 'text-down', bar: 'bg-down' },
};
// The same widths everywhere: bars are to be compared.
const ROW = 'grid grid-cols-[1rem_8rem_minmax(0,1fr)_4.5rem] items-center gap-x-2 py-0.5';

/** The steps of a probe a region: each with its time and, drawn to one scale for all, its place in the whole. */
export function ProbePhases({ regions }: { regions: RegionPhases[] }) {
  const scaleMs = Math.max(...regions.map(({ phases }) => totalMs(phases)));
  return (
    <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
      {regions.map((region) => (
        <RegionSteps key={region.name} region={region} scaleMs={scaleMs} />
      ))}
    </div>
  );
}

function RegionSteps({ region, scaleMs }: { region: RegionPhases; scaleMs: number }) {
  const { name, phases, running, outcome = null } = region;
  const bars = phaseBars(phases, scaleMs);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and several sections of one name are no landmarks
    <div role="group" aria-label={`Steps from ${name}`} className="min-w-0">
      <h3 className="flex justify-between gap-4 border-b border-line pb-1">
        <span className="wrap-anywhere">{name}</span>
        {phases.length > 0 && <span className="figures font-normal text-muted">{writeMs(totalMs(phases))}</span>}
      </h3>
      <ol className="mt-1 text-sm">
        {phases.map((phase, index) => {
          const went = WENT[howItWent(phase, outcome)];
          return (
            <li key={phase.name} className={ROW}>
              <span aria-hidden="true" className={went.text}>
                {went.shape}
              </span>
              <span>
                {PHASE_WORDS[phase.name]}{' '}
                <span className={went.word === 'ok' ? 'sr-only' : went.text}>{went.word}</span>
              </span>
              <Bar {...bars[index]} className={went.bar} />
              <span className="figures text-right whitespace-nowrap">{writeMs(phase.ms)}</span>
            </li>
          );
        })}
        {running && (
          <li className={`${ROW} text-muted`}>
            <Spinner />
            <span className="col-span-3">{phases.length === 0 ? 'Starting…' : 'Next step…'}</span>
          </li>
        )}
        {!running && phases.length === 0 && <li className="py-0.5 text-muted">No steps so far.</li>}
      </ol>
    </div>
  );
}

function Bar({ left = 0, width = 0, className }: { left?: number; width?: number; className: string }) {
  return (
    <span aria-hidden="true" className="relative block h-2 rounded-xs bg-soft">
      <span
        className={`absolute inset-y-0 min-w-0.5 rounded-xs ${className}`}
        style={{ left: `min(${left}%, 100% - 2px)`, width: `${width}%` }}
      />
    </span>
  );
}

/** Short steps need their tenths. */
const writeMs = (ms: number): string => `${ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en')} ms`;
