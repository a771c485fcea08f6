import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { regionsQuery } from '../../api/queries.ts';
import { Checkbox } from '../../ui/field.tsx';

/** Where it is checked from; all regions unless said otherwise. */
export function RegionFields({ present, error }: { present?: string[] | undefined; error?: string | undefined }) {
  const { data = [] } = useQuery(regionsQuery);
  const id = useId();
  if (data.length === 0) return null;
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2">
      <legend className="float-left font-medium">Regions</legend>
      {/* Tells “none” from a form without regions. */}
      <input type="hidden" name="regions" value="" />
      <div className="clear-both flex flex-wrap gap-x-6 gap-y-2">
        {data.map((region) => (
          <Checkbox
            key={region.id}
            name="regions"
            value={region.id}
            label={region.name}
            defaultChecked={present?.includes(region.id) ?? true}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="text-sm text-down">
          {error}
        </p>
      )}
    </fieldset>
  );
}
