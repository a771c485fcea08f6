import type { IncidentKind, IncidentState } from '@alivemcp/contracts';
import type { MarkWords } from '../ui/mark.tsx';

/** How the state of an incident is said. */
export const INCIDENT_STATE_WORDS: Record<IncidentState, MarkWords> = {
  investigating: { shape: '✕', word: 'Investigating', color: 'text-down' },
  identified: { shape: '▲', word: 'Identified', color: 'text-degraded' },
  monitoring: { shape: '◐', word: 'Monitoring', color: 'text-maintenance' },
  resolved: { shape: '●', word: 'Resolved', color: 'text-up' },
};

export const INCIDENT_KIND_WORDS: Record<IncidentKind, string> = {
  down: 'Down',
  degraded: 'Degraded',
  manual: 'Opened by hand',
};
