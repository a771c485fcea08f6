import type { IncidentRef } from '@alivemcp/db';
import type { NewEvent } from './new-event.ts';

/** The incident that an event is about, as a list of at most one. */
export const incidentOf = ({ data: { workspaceId }, incidentId }: NewEvent): IncidentRef[] =>
  incidentId === undefined ? [] : [{ workspaceId, incidentId }];
