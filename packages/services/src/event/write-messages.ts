import { type Db, insertEvents, mergeDeliveries } from '@alivemcp/db';
import { newId } from '../new-id.ts';
import type { Message } from './late-news.ts';
import type { NewEvent } from './new-event.ts';
import { serializeEvent } from './serialize-event.ts';

/** Stores messages, each to its channels. Returns the ids of the events. What is held for a digest is never due by itself. */
export async function writeMessages(tx: Db, messages: Message[], now: number): Promise<Map<NewEvent, string>> {
  const createdAt = new Date(now);
  const events = messages.map(({ event: { type, at, data, incidentId = null } }) => ({
    workspaceId: data.workspaceId,
    id: newId('event', now),
    type,
    serverId: data.server?.id ?? null,
    incidentId,
    at: new Date(at),
    body: serializeEvent(type, at, data),
  }));
  const idOf = new Map(messages.map(({ event }, i) => [event, events[i]?.id ?? '']));
  const deliveries = messages.flatMap(({ event, planned }) =>
    planned.map(({ channelId, hold, cancelledFor }) => {
      const heldUntil = hold && new Date(hold.until);
      return {
        workspaceId: event.data.workspaceId,
        id: newId('delivery', now),
        eventId: idOf.get(event) ?? '',
        channelId,
        createdAt,
        state: cancelledFor === null ? ('pending' as const) : ('cancelled' as const),
        cancelledFor,
        heldUntil,
        heldFor: hold?.for ?? null,
        nextAttemptAt: cancelledFor !== null || hold?.for === 'storm' ? null : (heldUntil ?? createdAt),
      };
    }),
  );
  await insertEvents(tx, events, deliveries);
  const saidBy = new Map(messages.map(({ event, says }) => [idOf.get(event), says]));
  await mergeDeliveries(
    tx,
    deliveries.flatMap(({ workspaceId, id: into, eventId, channelId }) =>
      (saidBy.get(eventId)?.get(channelId) ?? []).map(({ id }) => ({ workspaceId, id, into })),
    ),
  );
  return idOf;
}
