import type { Server } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { errorAt, SelectField } from '../../ui/field.tsx';
import { intervalOptions } from './intervals.ts';
import { RegionFields } from './region-fields.tsx';
import { TRANSPORT_WORDS } from './transport-words.ts';

const TRANSPORTS = Object.entries(TRANSPORT_WORDS).map(([value, label]) => ({ value, label }));
const DEFAULT_INTERVAL_MS = 60_000;

/** How often, from where and how it is checked. */
export function CheckFields({ server, problem }: { server?: Server; problem: Problem | null }) {
  const intervalMs = server?.intervalMs ?? DEFAULT_INTERVAL_MS;
  return (
    <>
      <SelectField
        label="Interval"
        name="intervalMs"
        options={intervalOptions(intervalMs)}
        defaultValue={intervalMs}
        error={errorAt(problem, '/intervalMs')}
      />
      <RegionFields present={server?.regions.map(({ region }) => region)} error={errorAt(problem, '/regions')} />
      <SelectField
        label="Transport"
        name="transport"
        options={TRANSPORTS}
        defaultValue={server?.transport ?? 'auto'}
        error={errorAt(problem, '/transport')}
      />
    </>
  );
}
