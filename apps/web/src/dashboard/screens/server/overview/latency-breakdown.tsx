import { type Latency, PHASE_NAMES } from '@alivemcp/contracts';
import { PHASE_WORDS } from '../../../parts/phase-words.ts';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { Table } from '../../../ui/table.tsx';
import { PercentilesRow, percentilesHead } from './percentiles-row.tsx';

/** Which step is slow, and from where it is slow. */
export function LatencyBreakdown({ latency: { phases, regions } }: { latency: Latency }) {
  const nameOf = useRegionName();
  return (
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
      <Table label="Latency by step" head={percentilesHead('Step')}>
        {PHASE_NAMES.map((name) => {
          const values = phases[name];
          return values && <PercentilesRow key={name} name={PHASE_WORDS[name]} values={values} />;
        })}
      </Table>
      <Table label="Latency by region" head={percentilesHead('Region')}>
        {Object.entries(regions).map(([region, values]) => (
          <PercentilesRow key={region} name={nameOf(region)} values={values} />
        ))}
      </Table>
    </div>
  );
}
