import type { EventType } from '@alivemcp/contracts';
import type { NewEvent } from '../event/new-event.ts';
import { isAutomatic } from './phase-of.ts';

/** The event that says the same of the same moment, and more. People who get it are not told this one; programs get each. */
export function twinOf({ type, data }: Pick<NewEvent, 'type' | 'data'>): EventType | null {
  if (!isAutomatic(data)) return null;
  if (type === 'incident.opened' || type === 'latency.breached')
    return data.incident?.kind === 'down' ? 'server.down' : 'server.degraded';
  return type === 'incident.resolved' && data.status === 'up' ? 'server.recovered' : null;
}
