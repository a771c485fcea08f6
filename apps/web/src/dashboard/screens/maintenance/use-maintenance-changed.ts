import type { Maintenance } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { maintenanceQuery, maintenancesQuery } from '../../api/queries.ts';

/** Shows a maintenance as the API gave it back, and reads again whatever else may show it; waits for the list. */
export function useMaintenanceChanged(): (maintenance: Maintenance) => Promise<void> {
  const client = useQueryClient();
  return (maintenance) => {
    client.setQueryData(maintenanceQuery(maintenance.id).queryKey, maintenance);
    void client.invalidateQueries({ queryKey: ['servers'] });
    return client.invalidateQueries({ queryKey: maintenancesQuery.queryKey });
  };
}
