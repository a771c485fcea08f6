import type { AlertRules } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { rulesQuery } from '../../api/queries.ts';

/** Shows the default rules as the API gave them back; servers without their own have others now. */
export function useRulesChanged(): (rules: AlertRules) => void {
  const client = useQueryClient();
  return (rules) => {
    client.setQueryData(rulesQuery.queryKey, rules);
    void client.invalidateQueries({ queryKey: ['servers'] });
  };
}
