import { boolean, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspace } from './account.ts';
import { createdAt, instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

/** Announced work on servers, once or by a rule. */
export const maintenance = pgTable(
  'maintenance',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    /** The first window; a rule repeats it in this zone. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    rrule: text('rrule'),
    timeZone: text('time_zone').notNull(),
    /** The running window, or else the next; null when there is none any more. */
    nextStartsAt: instant('next_starts_at'),
    nextEndsAt: instant('next_ends_at'),
    /** Whether the start of that window was told. */
    active: boolean('active').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('maintenance_next_idx').on(t.nextStartsAt),
    index('maintenance_created_idx').on(t.workspaceId, t.createdAt, t.id),
  ],
);

export const maintenanceServer = pgTable(
  'maintenance_server',
  {
    workspaceId: workspaceId(),
    maintenanceId: text('maintenance_id').notNull(),
    serverId: text('server_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.maintenanceId, t.serverId] }),
    foreignKey({
      columns: [t.workspaceId, t.maintenanceId],
      foreignColumns: [maintenance.workspaceId, maintenance.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('maintenance_server_idx').on(t.workspaceId, t.serverId),
  ],
);
