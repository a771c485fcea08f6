import type { EventData, EventType } from '@alivemcp/contracts';
import type { Audience } from '@alivemcp/db';

export type NewEvent = {
  type: EventType;
  /** When it happened, epoch ms. */
  at: number;
  data: EventData;
  incidentId?: string;
};

/** An event that is to be told, and to whom. */
export type News = { event: NewEvent; audience: Audience };
