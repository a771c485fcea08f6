import type { EventData, EventType } from '@alivemcp/contracts';
import {
  type Audience,
  type Db,
  insertDeliveries,
  insertEvent,
  listAudience,
  lockUndelivered,
  mergeDelivery,
  notifyLive,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { endedBy } from './endings.ts';
import { factsBefore } from './facts-before.ts';
import { pagesOf } from './pages-of.ts';
import { serializeEvent } from './serialize-event.ts';

export type NewEvent = {
  type: EventType;
  /** When it happened, epoch ms. */
  at: number;
  data: EventData;
  incidentId?: string;
};
type Ctx = Pick<ServiceContext, 'clock' | 'publicUrl'>;

/**
 * Writes an event and one delivery for each channel it goes to, inside the caller's transaction, and tells browsers to look
 * again. Returns the event's id. The bytes written here are the bytes that are signed and sent.
 */
export async function emitEvent(
  tx: Db,
  ctx: Ctx,
  event: NewEvent,
  audience: Audience = { kind: 'subscribed' },
): Promise<string> {
  const { type, data } = event;
  const full = {
    ...data,
    ...(await factsBefore(tx, type, data, ctx.clock.now())),
    pages: pagesOf(ctx.publicUrl, data),
  };
  const channelIds = await listAudience(tx, data.workspaceId, type, audience);
  const late = await tellLate(tx, ctx, { ...event, data: full }, channelIds);
  const id = await writeEvent(tx, ctx, { ...event, data: full });
  await deliverTo(
    tx,
    ctx,
    { workspaceId: data.workspaceId, eventId: id },
    channelIds.filter((channelId) => !late.has(channelId)),
  );
  await notifyLive(tx, [
    { workspaceId: data.workspaceId, event: { type: 'changed', serverId: data.server?.id ?? null } },
  ]);
  return id;
}

/**
 * Where the beginning of an incident waits to be told as its end comes, both become one message: "was down, is up again".
 * Returns the channels that get it in the place of the plain event.
 */
async function tellLate(tx: Db, ctx: Ctx, event: NewEvent, channelIds: string[]): Promise<Set<string>> {
  const { type, data, incidentId } = event;
  const types = endedBy(type);
  if (types.length === 0 || incidentId === undefined) return new Set();
  const { workspaceId } = data;
  const now = new Date(ctx.clock.now());
  const waiting = await lockUndelivered(tx, workspaceId, { incidentId, types, channelIds, now });
  const byChannel = Map.groupBy(waiting, ({ channelId }) => channelId);
  const alike = Map.groupBy(byChannel, ([, rows]) => combined(rows).join());
  for (const group of alike.values()) {
    const combines = combined(group.flatMap(([, rows]) => rows));
    const eventId = await writeEvent(tx, ctx, { ...event, data: { ...data, combines } });
    for (const [channelId, rows] of group) {
      const [into] = await deliverTo(tx, ctx, { workspaceId, eventId }, [channelId]);
      for (const { id } of rows) await mergeDelivery(tx, workspaceId, id, into ?? '');
    }
  }
  return new Set(byChannel.keys());
}

const combined = (rows: { type: EventType }[]): EventType[] => [...new Set(rows.map(({ type }) => type))].toSorted();

async function writeEvent(tx: Db, ctx: Ctx, { type, at, data, incidentId }: NewEvent): Promise<string> {
  const id = newId('event', ctx.clock.now());
  await insertEvent(tx, {
    workspaceId: data.workspaceId,
    id,
    type,
    serverId: data.server?.id ?? null,
    incidentId: incidentId ?? null,
    at: new Date(at),
    body: serializeEvent(type, at, data),
  });
  return id;
}

/** Returns the ids of the deliveries, in the order of the channels. */
async function deliverTo(
  tx: Db,
  ctx: Ctx,
  { workspaceId, eventId }: { workspaceId: string; eventId: string },
  channelIds: string[],
): Promise<string[]> {
  const now = ctx.clock.now();
  const createdAt = new Date(now);
  const rows = channelIds.map((channelId) => {
    const id = newId('delivery', now);
    return { workspaceId, id, eventId, channelId, createdAt, nextAttemptAt: createdAt };
  });
  await insertDeliveries(tx, rows);
  return rows.map(({ id }) => id);
}
