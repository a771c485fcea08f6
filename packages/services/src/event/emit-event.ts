import type { EventType } from '@alivemcp/contracts';
import { type Audience, type Db, insertEvent, lockUndelivered, mergeDeliveries } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { cancelLeftBehind, cancelOutdated } from '../rules/cancel-outdated.ts';
import { findRules } from '../rules/find-rules.ts';
import { type Planned, planDeliveries } from '../rules/plan-deliveries.ts';
import { endedBy } from './endings.ts';
import { factsBefore } from './facts-before.ts';
import type { NewEvent } from './new-event.ts';
import { pagesOf } from './pages-of.ts';
import { serializeEvent } from './serialize-event.ts';

type Ctx = Pick<ServiceContext, 'clock' | 'publicUrl'>;

/**
 * Writes an event and one delivery for each channel it goes to by the rules, inside the caller's transaction, and tells browsers to
 * look again. Returns the event's id. The bytes written here are the bytes that are signed and sent.
 */
export async function emitEvent(
  tx: Db,
  ctx: Ctx,
  event: NewEvent,
  audience: Audience = { kind: 'subscribed' },
): Promise<string> {
  const { type, data } = event;
  const { workspaceId } = data;
  const now = ctx.clock.now();
  const full = {
    ...event,
    data: { ...data, ...(await factsBefore(tx, type, data, now)), pages: pagesOf(ctx.publicUrl, data) },
  };
  const inForce = await findRules(tx, workspaceId, data.server?.id ?? null);
  await cancelOutdated(tx, event, inForce.rules.afterMs, new Date(now));
  const planned = await planDeliveries(tx, event, audience, inForce, now);
  const inDigest = planned.filter(({ hold }) => hold?.for === 'storm');
  const late = await tellLate(
    tx,
    ctx,
    full,
    planned.filter((each) => each.cancelledFor === null && !inDigest.includes(each)),
  );
  const { eventId } = await writeEvent(
    tx,
    ctx,
    full,
    planned.filter(({ channelId }) => !late.has(channelId)),
  );
  await cancelLeftBehind(
    tx,
    event,
    inDigest.map(({ channelId }) => channelId),
    new Date(now),
  );
  return eventId;
}

/**
 * Where the beginning of an incident waits to be told as its end comes, both become one message: "was down, is up again".
 * Returns the channels that get it in the place of the plain event.
 */
async function tellLate(tx: Db, ctx: Ctx, event: NewEvent, planned: Planned[]): Promise<Set<string>> {
  const { type, data, incidentId } = event;
  const types = endedBy(type);
  if (types.length === 0 || incidentId === undefined) return new Set();
  const { workspaceId } = data;
  const now = new Date(ctx.clock.now());
  const channelIds = planned.map(({ channelId }) => channelId);
  const waiting = await lockUndelivered(tx, workspaceId, { incidentId, types, channelIds, now });
  const byChannel = Map.groupBy(waiting, ({ channelId }) => channelId);
  const alike = Map.groupBy(byChannel, ([, rows]) => combined(rows).join());
  for (const group of alike.values()) {
    const combines = combined(group.flatMap(([, rows]) => rows));
    const places = planned.filter(({ channelId }) => group.some(([id]) => id === channelId));
    const { deliveries } = await writeEvent(tx, ctx, { ...event, data: { ...data, combines } }, places);
    for (const { id, channelId } of deliveries) {
      const said = (byChannel.get(channelId) ?? []).map((row) => row.id);
      await mergeDeliveries(tx, workspaceId, said, id);
    }
  }
  return new Set(byChannel.keys());
}

const combined = (rows: { type: EventType }[]): EventType[] => [...new Set(rows.map(({ type }) => type))].toSorted();

/** Stores an event, and what is planned of it. What is held for a digest is never due by itself. */
async function writeEvent(tx: Db, ctx: Ctx, { type, at, data, incidentId }: NewEvent, planned: Planned[]) {
  const now = ctx.clock.now();
  const { workspaceId } = data;
  const createdAt = new Date(now);
  const eventId = newId('event', now);
  const deliveries = planned.map(({ channelId, hold, cancelledFor }) => {
    const heldUntil = hold && new Date(hold.until);
    return {
      workspaceId,
      id: newId('delivery', now),
      eventId,
      channelId,
      createdAt,
      state: cancelledFor === null ? ('pending' as const) : ('cancelled' as const),
      cancelledFor,
      heldUntil,
      heldFor: hold?.for ?? null,
      nextAttemptAt: cancelledFor !== null || hold?.for === 'storm' ? null : (heldUntil ?? createdAt),
    };
  });
  await insertEvent(
    tx,
    {
      workspaceId,
      id: eventId,
      type,
      serverId: data.server?.id ?? null,
      incidentId: incidentId ?? null,
      at: new Date(at),
      body: serializeEvent(type, at, data),
    },
    deliveries,
  );
  return { eventId, deliveries };
}
