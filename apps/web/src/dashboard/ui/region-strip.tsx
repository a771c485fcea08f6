import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { STATES } from '../../theme/states.ts';
import { regionsQuery } from '../api/queries.ts';
import { STATE_COLOR } from './state-mark.tsx';

/** The name people know a region by. */
export function useRegionName(): (id: string) => string {
  const { data } = useQuery(regionsQuery);
  return (id) => data?.find((region) => region.id === id)?.name ?? id;
}

/** What each region says now, a shape a region. */
export function RegionStrip({ regions }: { regions: Server['regions'] }) {
  const nameOf = useRegionName();
  return (
    <ul className="flex flex-wrap gap-x-1.5" aria-label="Regions">
      {regions.map(({ region, status }) => (
        <li key={region} className={STATE_COLOR[status]} title={`${nameOf(region)}: ${STATES[status].word}`}>
          <span aria-hidden="true">{STATES[status].shape}</span>
          <span className="sr-only">
            {nameOf(region)}: {STATES[status].word}
          </span>
        </li>
      ))}
    </ul>
  );
}
