import type { EventType } from '@alivemcp/contracts';
import { cancelDeliveries, type Db, OPENING } from '@alivemcp/db';
import type { NewEvent } from '../event/new-event.ts';
import { isLastEnd, phaseOf, wasShort } from './phase-of.ts';

const NOTICES: EventType[] = ['incident.reminder', 'incident.escalated'];
const OF_OUTAGE: EventType[] = [...OPENING, 'incident.updated'];

/**
 * Cancels what an event makes pointless and nobody sends right now, before it is asked who was told: reminders of what is over or
 * acknowledged, and outages that were over before they were to be told.
 */
export async function cancelOutdated(tx: Db, { type, data, incidentId }: NewEvent, afterMs: number, now: Date) {
  if (incidentId === undefined) return;
  const { workspaceId } = data;
  const cancel = (what: Omit<Parameters<typeof cancelDeliveries>[2], 'incidentId' | 'now'>) =>
    cancelDeliveries(tx, workspaceId, { incidentId, now, ...what });
  if (type === 'incident.updated' && data.incident?.acknowledgedAt)
    await cancel({ types: NOTICES, reason: 'acknowledged' });
  if (phaseOf(type) !== 'end') return;
  await cancel({ types: NOTICES, reason: 'over' });
  await cancel({ types: OF_OUTAGE, reason: 'too_short', held: 'after' });
  if (wasShort(data, afterMs)) await cancel({ types: OF_OUTAGE, reason: 'too_short', held: 'untried' });
}

/** After the end was told: what is still held of the beginning would be old news. Where both are told in digests they stay. */
export async function cancelLeftBehind(
  tx: Db,
  { type, data, incidentId }: NewEvent,
  inDigest: string[],
  now: Date,
): Promise<void> {
  if (incidentId === undefined || !isLastEnd(type, data)) return;
  const about = { incidentId, types: OF_OUTAGE, reason: 'over', held: 'any', except: inDigest, now } as const;
  await cancelDeliveries(tx, data.workspaceId, about);
}
