import type { Incident } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { incidentQuery } from '../../api/queries.ts';

/** Takes over what the API answered to a change, and has the lists read again. */
export function useIncidentChanged(): (incident: Incident) => void {
  const client = useQueryClient();
  return (incident) => {
    client.setQueryData(incidentQuery(incident.id).queryKey, incident);
    void client.invalidateQueries({ queryKey: ['incidents', 'list'] });
  };
}
