import type { CancelReason, EventType } from '@alivemcp/contracts';
import { and, eq, gt, inArray, isNull, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery, event } from '../schema/index.ts';
import { isBeginningTold } from './told.ts';

/**
 * Gives up what is not worth telling any more and waits for its first attempt, or for another one: deliveries of these types about an
 * incident. With `held` only those that a rule still holds and nobody tried; all but those to `except`.
 */
export async function cancelDeliveries(
  tx: Db,
  workspaceId: string,
  about: {
    incidentId: string;
    types: readonly EventType[];
    reason: CancelReason;
    now: Date;
    held?: 'after' | 'any' | 'untried';
    except?: readonly string[];
  },
): Promise<void> {
  const events = tx
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        eq(event.workspaceId, workspaceId),
        eq(event.incidentId, about.incidentId),
        inArray(event.type, [...about.types]),
      ),
    );
  await tx
    .update(delivery)
    .set({ ...CANCELLED, cancelledFor: about.reason })
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.state, 'pending'),
        or(isNull(delivery.leaseUntil), lte(delivery.leaseUntil, about.now)),
        inArray(delivery.eventId, events),
        about.held && eq(delivery.attempts, 0),
        about.held === 'after' || about.held === 'any' ? gt(delivery.heldUntil, about.now) : undefined,
        about.held === 'after' ? eq(delivery.heldFor, 'after') : undefined,
        about.held === 'any' ? ne(delivery.heldFor, 'storm') : undefined,
        about.except?.length ? notInArray(delivery.channelId, [...about.except]) : undefined,
      ),
    );
}

/** Gives up what a rule holds of a server and nobody tried, but for the end of what stays told. */
export async function cancelHeld(tx: Db, workspaceId: string, serverId: string, now: Date): Promise<void> {
  const cancel = (which: SQL) =>
    tx.execute(sql`
      update delivery set state = 'cancelled', cancelled_for = 'muted', next_attempt_at = null, lease_until = null
      from event e
      where delivery.workspace_id = ${workspaceId} and e.workspace_id = delivery.workspace_id and e.id = delivery.event_id
        and e.server_id = ${serverId} and delivery.state = 'pending' and delivery.attempts = 0
        and delivery.held_until > ${now.toISOString()}::timestamptz and ${which}`);
  const isEnd = sql`e.type in ('server.recovered', 'incident.resolved')`;
  await cancel(sql`not ${isEnd}`);
  await cancel(sql`${isEnd} and not ${isBeginningTold(sql`e.incident_id`, sql`delivery.channel_id`)}`);
}

const CANCELLED = { state: 'cancelled', nextAttemptAt: null, leaseUntil: null } as const;

/** Gives up what is on its way to a channel. It can be replayed. */
export async function giveUpDeliveries(tx: Db, workspaceId: string, channelId: string): Promise<void> {
  await tx
    .update(delivery)
    .set({ state: 'failed', nextAttemptAt: null, leaseUntil: null })
    .where(
      and(eq(delivery.workspaceId, workspaceId), eq(delivery.channelId, channelId), eq(delivery.state, 'pending')),
    );
}
