import { type ListProbesFilter, OUTCOMES, type Server } from '@alivemcp/contracts';
import { STATES } from '../../../../theme/states.ts';
import { SelectField } from '../../../ui/field.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';

type Props = { server: Server; filter: ListProbesFilter; choose: (filter: ListProbesFilter) => void };

export function ChecksFilter({ server, filter, choose }: Props) {
  const nameOf = useRegionName();
  return (
    <div className="mb-4 grid max-w-md grid-cols-2 gap-3">
      <SelectField
        label="Region"
        value={filter.region ?? ''}
        options={[
          { value: '', label: 'All' },
          ...server.regions.map(({ region }) => ({ value: region, label: nameOf(region) })),
        ]}
        onChange={(event) => choose({ ...filter, region: event.target.value || undefined })}
      />
      <SelectField
        label="Outcome"
        value={filter.outcome ?? ''}
        options={[{ value: '', label: 'All' }, ...OUTCOMES.map((value) => ({ value, label: STATES[value].word }))]}
        onChange={(event) => choose({ ...filter, outcome: OUTCOMES.find((each) => each === event.target.value) })}
      />
    </div>
  );
}
