import type { SlaReport } from '@alivemcp/contracts';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

const PATH = '/reports/sla';

/** A month against a target. */
export const reportQuery = (month: string, target: number) =>
  queryOptions({
    queryKey: ['reports', 'sla', month, target],
    queryFn: () => api.get<SlaReport>(PATH, { month, target }),
  });

/** The same as a file. */
export const csvPath = (month: string, target: number): string =>
  `/api/v1${PATH}?${new URLSearchParams({ month, target: String(target), format: 'csv' })}`;
