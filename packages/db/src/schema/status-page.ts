import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { workspace } from './account.ts';
import { createdAt, instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

export const statusPage = pgTable(
  'status_page',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    published: boolean('published').notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('status_page_slug_key').on(t.slug),
    index('status_page_created_idx').on(t.workspaceId, t.createdAt, t.id),
  ],
);

/** A server on a page, at its place. */
export const statusPageServer = pgTable(
  'status_page_server',
  {
    workspaceId: workspaceId(),
    pageId: text('page_id').notNull(),
    serverId: text('server_id').notNull(),
    position: integer('position').notNull(),
    name: text('name'),
    group: text('group_name'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.pageId, t.serverId] }),
    foreignKey({
      columns: [t.workspaceId, t.pageId],
      foreignColumns: [statusPage.workspaceId, statusPage.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('status_page_server_server_idx').on(t.workspaceId, t.serverId),
  ],
);
