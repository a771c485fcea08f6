import type { FailureClass, IncidentKind, IncidentState } from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

export const incident = pgTable(
  'incident',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    serverId: text('server_id').notNull(),
    kind: text('kind').$type<IncidentKind>().notNull(),
    state: text('state').$type<IncidentState>().notNull(),
    title: text('title').notNull(),
    class: text('class').$type<FailureClass>(),
    summary: text('summary'),
    regions: text('regions').array().notNull(),
    /** Start of the first failing probe. */
    openedAt: instant('opened_at').notNull(),
    detectedAt: instant('detected_at').notNull(),
    resolvedAt: instant('resolved_at'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('incident_one_open_key')
      .on(t.workspaceId, t.serverId, t.kind)
      .where(sql`resolved_at is null and kind <> 'manual'`),
    index('incident_opened_idx').on(t.workspaceId, t.openedAt, t.id),
  ],
);

export const incidentUpdate = pgTable(
  'incident_update',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    incidentId: text('incident_id').notNull(),
    at: instant('at').notNull(),
    state: text('state').$type<IncidentState>().notNull(),
    body: text('body').notNull(),
    author: text('author').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.incidentId],
      foreignColumns: [incident.workspaceId, incident.id],
    }).onDelete('cascade'),
    index('incident_update_incident_idx').on(t.workspaceId, t.incidentId, t.at),
  ],
);
