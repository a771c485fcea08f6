import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { alertRule, channel, incidentNotice, server } from '../schema/index.ts';

export type RuleRow = typeof alertRule.$inferSelect;

/** How loud a server is: by its own rules or else the default of the workspace, its tags, and a mute. */
export type Loudness = { rules: RuleRow | null; server: { tags: string[]; mutedUntil: Date | null } | null };

/** Of each server; with null only the default of the workspace. */
export async function listLoudness(
  db: Db,
  asked: readonly { workspaceId: string; serverId: string | null }[],
): Promise<Loudness[]> {
  if (asked.length === 0) return [];
  const places = sql`unnest(${sql.param(asked.map(({ workspaceId }) => workspaceId))}::text[],
    ${sql.param(asked.map(({ serverId }) => serverId))}::text[]) with ordinality as asked(workspace_id, server_id, place)`;
  const isIn = sql`${alertRule.workspaceId} = asked.workspace_id
    and (${alertRule.serverId} is null or ${alertRule.serverId} = asked.server_id)`;
  return db
    .selectDistinctOn([sql`place`], {
      rules: alertRule,
      server: { tags: server.tags, mutedUntil: server.mutedUntil },
    })
    .from(places)
    .leftJoin(server, sql`${server.workspaceId} = asked.workspace_id and ${server.id} = asked.server_id`)
    .leftJoin(alertRule, isIn)
    .orderBy(sql`place`, sql`${alertRule.serverId} nulls last`);
}

/** Puts these rules in the place of those that were there. */
export async function putRule(tx: Db, row: typeof alertRule.$inferInsert): Promise<RuleRow | null> {
  const { workspaceId: _, serverId: __, ...set } = row;
  const [stored] = await tx
    .insert(alertRule)
    .values(row)
    .onConflictDoUpdate({ target: [alertRule.workspaceId, alertRule.serverId], set })
    .returning();
  return stored ?? null;
}

export async function deleteRule(tx: Db, workspaceId: string, serverId: string): Promise<boolean> {
  const rows = await tx
    .delete(alertRule)
    .where(and(eq(alertRule.workspaceId, workspaceId), eq(alertRule.serverId, serverId)))
    .returning({ serverId: alertRule.serverId });
  return rows.length > 0;
}

/** Of these ids, those of channels of the workspace, switched on or not. */
export async function listKnownChannels(db: Db, workspaceId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: channel.id })
    .from(channel)
    .where(and(eq(channel.workspaceId, workspaceId), inArray(channel.id, ids)));
  return new Set(rows.map(({ id }) => id));
}

export type NoticeKind = 'reminder' | 'escalation';
export type DueNotice = { workspaceId: string; incidentId: string; serverId: string; kind: NoticeKind };

/**
 * Outages of all workspaces that go on, that nobody has acknowledged, and of which the rules want another word. Only a channel that was
 * told by itself is reminded, and only one that is on is escalated to.
 */
export async function listDueNotices(db: Db, now: Date): Promise<DueNotice[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<DueNotice>(sql`
    with going as (
      select i.workspace_id, i.id, i.server_id, i.opened_at, i.detected_at, rule.*
      from incident i
      join server s on s.workspace_id = i.workspace_id and s.id = i.server_id
      join server_state t on t.workspace_id = i.workspace_id and t.server_id = i.server_id and t.status = 'down'
      cross join lateral (
        select r.after_ms, r.remind_every_ms, r.escalate_after_ms, r.escalate_channel_id from alert_rule r
        where r.workspace_id = i.workspace_id and (r.server_id = i.server_id or r.server_id is null)
        order by r.server_id nulls last limit 1) rule
      where i.kind = 'down' and i.resolved_at is null and i.acknowledged_at is null
        and (s.muted_until is null or s.muted_until <= ${at})
    )
    select workspace_id as "workspaceId", id as "incidentId", server_id as "serverId", 'reminder' as kind from going g
    where remind_every_ms is not null and ${at} >= remind_every_ms * interval '1 millisecond' + coalesce(
        (select max(n.at) from incident_notice n where n.workspace_id = g.workspace_id and n.incident_id = g.id
          and n.kind = 'reminder'),
        greatest(g.detected_at, g.opened_at + after_ms * interval '1 millisecond'))
      and exists (select from event e join delivery d on d.workspace_id = e.workspace_id and d.event_id = e.id
        where e.workspace_id = g.workspace_id and e.incident_id = g.id
          and e.type in ('server.down', 'incident.opened', 'incident.escalated')
          and (d.state = 'delivered' or (d.state = 'pending' and (d.held_until is null or d.held_until <= ${at}))))
    union all
    select workspace_id, id, server_id, 'escalation' from going g
    where escalate_after_ms is not null and ${at} >= detected_at + escalate_after_ms * interval '1 millisecond'
      and not exists (select from incident_notice n where n.workspace_id = g.workspace_id and n.incident_id = g.id
        and n.kind = 'escalation')
      and exists (select from channel c where c.workspace_id = g.workspace_id and c.id = g.escalate_channel_id and c.enabled)`);
  return rows;
}

/** The reminders or escalations of an incident so far, oldest first. */
export async function listNotices(db: Db, workspaceId: string, incidentId: string, kind: NoticeKind) {
  return db
    .select()
    .from(incidentNotice)
    .where(
      and(
        eq(incidentNotice.workspaceId, workspaceId),
        eq(incidentNotice.incidentId, incidentId),
        eq(incidentNotice.kind, kind),
      ),
    )
    .orderBy(asc(incidentNotice.number));
}

/** Notes that it is told. Returns whether nobody had done so. */
export async function insertNotice(tx: Db, row: typeof incidentNotice.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(incidentNotice)
    .values(row)
    .onConflictDoNothing()
    .returning({ number: incidentNotice.number });
  return rows.length === 1;
}
