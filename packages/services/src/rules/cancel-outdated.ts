import type { EventData, EventType } from '@alivemcp/contracts';
import { cancelDeliveries, type Db, OPENING, type Outdated } from '@alivemcp/db';
import type { NewEvent } from '../event/new-event.ts';
import { isLastEnd, phaseOf, wasShort } from './phase-of.ts';

const NOTICES: EventType[] = ['incident.reminder', 'incident.escalated'];
const OF_OUTAGE: EventType[] = [...OPENING, 'incident.updated'];

/**
 * Cancels what an event makes pointless and nobody sends right now, before it is asked who was told: reminders of what is over or
 * acknowledged, and outages that were over before they were to be told.
 */
export async function cancelOutdated(
  tx: Db,
  { type, data, incidentId }: NewEvent,
  afterMs: number,
  now: Date,
): Promise<void> {
  const outdated = outdatedBy(type, data, afterMs);
  if (incidentId === undefined || outdated.length === 0) return;
  await cancelDeliveries(tx, data.workspaceId, { incidentId, now }, outdated);
}

function outdatedBy(type: EventType, data: EventData, afterMs: number): Outdated[] {
  if (type === 'incident.updated' && data.incident?.acknowledgedAt) return [{ types: NOTICES, reason: 'acknowledged' }];
  if (phaseOf(type) !== 'end') return [];
  return [
    { types: NOTICES, reason: 'over' },
    { types: OF_OUTAGE, reason: 'too_short', held: wasShort(data, afterMs) ? 'untried' : 'after' },
  ];
}

/** After the end was told: what is still held of the beginning would be old news. Where both are told in digests they stay. */
export async function cancelLeftBehind(
  tx: Db,
  { type, data, incidentId }: NewEvent,
  inDigest: string[],
  now: Date,
): Promise<void> {
  if (incidentId === undefined || !isLastEnd(type, data)) return;
  const outdated: Outdated[] = [{ types: OF_OUTAGE, reason: 'over', held: 'any' }];
  await cancelDeliveries(tx, data.workspaceId, { incidentId, now, except: inDigest }, outdated);
}
