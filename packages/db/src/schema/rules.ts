import type { AlertRoute, QuietHours } from '@alivemcp/contracts';
import { foreignKey, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { workspace } from './account.ts';
import { instant, workspaceId } from './columns.ts';
import { incident } from './incident.ts';
import { server } from './server.ts';

/** Which alerts go where and when: of a workspace, or of one server, in whose place the workspace's count no more. */
export const alertRule = pgTable(
  'alert_rule',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    /** null: the default of the workspace. */
    serverId: text('server_id'),
    routes: jsonb('routes').$type<AlertRoute[]>().notNull(),
    afterMs: integer('after_ms').notNull(),
    /** null: no reminders. */
    remindEveryMs: integer('remind_every_ms'),
    /** Both null: no escalation. */
    escalateAfterMs: integer('escalate_after_ms'),
    escalateChannelId: text('escalate_channel_id'),
    quietHours: jsonb('quiet_hours').$type<QuietHours>(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    unique('alert_rule_one_key').on(t.workspaceId, t.serverId).nullsNotDistinct(),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** Reminders and escalations of an incident that were told: each number once, whoever tells it. */
export const incidentNotice = pgTable(
  'incident_notice',
  {
    workspaceId: workspaceId(),
    incidentId: text('incident_id').notNull(),
    kind: text('kind').$type<'reminder' | 'escalation'>().notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.incidentId, t.kind, t.number] }),
    foreignKey({
      columns: [t.workspaceId, t.incidentId],
      foreignColumns: [incident.workspaceId, incident.id],
    }).onDelete('cascade'),
  ],
);
