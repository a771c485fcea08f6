import type { CancelReason, EventType } from '@alivemcp/contracts';
import { and, eq, gt, inArray, isNull, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery, event } from '../schema/index.ts';
import { eventOfDelivery } from './outbox.ts';
import { eventsOfIncident, isBeginningTold } from './told.ts';

/** What is given up and why: of these types; with `held` only what a rule still holds, or what nobody has tried. */
export type Outdated = { types: readonly EventType[]; reason: CancelReason; held?: 'after' | 'any' | 'untried' };

/**
 * Gives up what is not worth telling any more of an incident and waits for its first attempt, or for another one; all but what goes
 * to `except`. The first of `outdated` that names a delivery is its reason.
 */
export async function cancelDeliveries(
  tx: Db,
  workspaceId: string,
  { incidentId, now, except = [] }: { incidentId: string; now: Date; except?: readonly string[] },
  outdated: Outdated[],
): Promise<void> {
  const types = outdated.flatMap((each) => each.types);
  const whens = outdated.map((each) => sql`when ${isOutdated(each, now)} then ${each.reason}`);
  await tx
    .update(delivery)
    .set({ ...CANCELLED, cancelledFor: sql`case ${sql.join(whens, sql` `)} end` })
    .from(event)
    .where(
      and(
        eventOfDelivery,
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.state, 'pending'),
        or(isNull(delivery.leaseUntil), lte(delivery.leaseUntil, now)),
        sql`${delivery.eventId} = any(${eventsOfIncident(workspaceId, incidentId, types)})`,
        or(...outdated.map((each) => isOutdated(each, now))),
        except.length > 0 ? notInArray(delivery.channelId, [...except]) : undefined,
      ),
    );
}

const HELD = {
  after: eq(delivery.heldFor, 'after'),
  any: ne(delivery.heldFor, 'storm'),
  untried: undefined,
};

const isOutdated = ({ types, held }: Outdated, now: Date) =>
  and(
    inArray(event.type, [...types]),
    held && eq(delivery.attempts, 0),
    held && held !== 'untried' ? gt(delivery.heldUntil, now) : undefined,
    held && HELD[held],
  );

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
