import { type EventData, type EventType, MAX_EVENT_BYTES, type WebhookBody } from '@alivemcp/contracts';
import { type Audience, type Db, insertDeliveries, insertEvent, notifyLive } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';

export type NewEvent = {
  type: EventType;
  /** When it happened, epoch ms. */
  at: number;
  data: EventData;
  incidentId?: string;
};

/**
 * Writes an event and one delivery for each channel it goes to, inside the caller's transaction, and tells browsers to look
 * again. Returns the event's id. The bytes written here are the bytes that are signed and sent.
 */
export async function emitEvent(
  tx: Db,
  ctx: Pick<ServiceContext, 'clock'>,
  event: NewEvent,
  audience: Audience = { kind: 'subscribed' },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId('event', now);
  const { workspaceId } = event.data;
  const serverId = event.data.server?.id ?? null;
  await insertEvent(tx, {
    workspaceId,
    id,
    type: event.type,
    serverId,
    incidentId: event.incidentId ?? null,
    at: new Date(event.at),
    body: serialize(event),
  });
  await insertDeliveries(tx, workspaceId, {
    eventId: id,
    type: event.type,
    audience,
    now,
    newId: () => newId('delivery', now),
  });
  await notifyLive(tx, [{ workspaceId, event: { type: 'changed', serverId } }]);
  return id;
}

/** Lists of a drift in the order in which they are cut, the last entry first, until the body is under the limit. */
const CUT_FIRST = ['changes', 'removals', 'risks'] as const;

/** What is cut stays behind the link. */
function serialize({ type, at, data }: NewEvent): string {
  const body: WebhookBody = { type, timestamp: new Date(at).toISOString(), data };
  let text = JSON.stringify(body);
  let { drift } = data;
  for (const list of CUT_FIRST) {
    while (drift && Buffer.byteLength(text) > MAX_EVENT_BYTES && drift[list].length > 0) {
      drift = { ...drift, [list]: drift[list].slice(0, -1), truncated: true };
      text = JSON.stringify({ ...body, data: { ...data, drift } });
    }
  }
  return text;
}
