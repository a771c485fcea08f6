import type { CancelReason, ChannelType, EventType } from '@alivemcp/contracts';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery } from '../schema/index.ts';
import { deliveriesAbout, type IncidentRef, isPending } from './about-incidents.ts';
import type { TargetRef } from './dispatch.ts';
import { isBeginningTold } from './told.ts';

/** What is given up and why: of these types; with `held` only what a rule still holds, or what nobody has tried. */
export type Outdated = { types: readonly EventType[]; reason: CancelReason; held?: 'after' | 'any' | 'untried' };

/**
 * Gives up what is not worth telling any more of incidents and waits for its first attempt, or for another one; all but what `except`
 * names. The first of `outdated` that names a delivery is its reason.
 */
export async function cancelDeliveries(
  tx: Db,
  refs: readonly IncidentRef[],
  outdated: readonly Outdated[],
  now: Date,
  except: readonly { incidentId: string; channelId: string }[] = [],
): Promise<void> {
  if (refs.length === 0) return;
  const at = sql`${now.toISOString()}::timestamptz`;
  const types = outdated.flatMap((each) => each.types);
  const whens = outdated.map((each) => sql`when ${isOutdated(each, at)} then ${each.reason}`);
  const reason = sql`case ${sql.join(whens, sql` `)} end`;
  await tx.execute(sql`
    update delivery waiting set state = 'cancelled', cancelled_for = ${reason}, next_attempt_at = null, lease_until = null
    from (select delivery.workspace_id, delivery.id, about.type, ref.incident_id from ${deliveriesAbout(refs, types)}
      where delivery.state = 'pending') found
    where waiting.workspace_id = found.workspace_id and waiting.id = found.id and ${isPending(sql`waiting`)}
      and (waiting.lease_until is null or waiting.lease_until <= ${at}) and ${reason} is not null
      and not exists (
        select from unnest(${sql.param(except.map((each) => each.incidentId))}::text[],
          ${sql.param(except.map((each) => each.channelId))}::text[]) as kept(incident_id, channel_id)
        where kept.incident_id = found.incident_id and kept.channel_id = waiting.channel_id)`);
}

/** Of `waiting`, a delivery, and the type of its event in `found`. */
function isOutdated({ types, held }: Outdated, at: SQL): SQL {
  const isOfTypes = sql`found.type = any(${sql.param(types)}::text[])`;
  if (held === undefined) return isOfTypes;
  const isUntried = sql`${isOfTypes} and waiting.attempts = 0`;
  if (held === 'untried') return isUntried;
  return sql`${isUntried} and waiting.held_until > ${at}
    and ${held === 'after' ? sql`waiting.held_for = 'after'` : sql`waiting.held_for <> 'storm'`}`;
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

/** Gives up what waits to be told of a server to channels of a type, and is over: events of this type, but for what is being sent. */
export async function cancelOfServer(
  tx: Db,
  { workspaceId, serverId }: TargetRef,
  { event, channel }: { event: EventType; channel: ChannelType },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update delivery set state = 'cancelled', cancelled_for = 'over', next_attempt_at = null, lease_until = null
    from event e, channel c
    where e.workspace_id = ${workspaceId} and e.type = ${event} and e.server_id = ${serverId}
      and c.workspace_id = e.workspace_id and c.type = ${channel}
      and delivery.workspace_id = e.workspace_id and delivery.event_id = e.id and delivery.channel_id = c.id
      and ${isPending(sql`delivery`)}
      and (delivery.lease_until is null or delivery.lease_until <= ${now.toISOString()}::timestamptz)`);
}

/** Gives up what is on its way to a channel. It can be replayed. */
export async function giveUpDeliveries(tx: Db, workspaceId: string, channelId: string): Promise<void> {
  await tx
    .update(delivery)
    .set({ state: 'failed', nextAttemptAt: null, leaseUntil: null })
    .where(
      and(eq(delivery.workspaceId, workspaceId), eq(delivery.channelId, channelId), eq(delivery.state, 'pending')),
    );
}
