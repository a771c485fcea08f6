import type { EventData, EventType } from '@alivemcp/contracts';

export type NewEvent = {
  type: EventType;
  /** When it happened, epoch ms. */
  at: number;
  data: EventData;
  incidentId?: string;
};
