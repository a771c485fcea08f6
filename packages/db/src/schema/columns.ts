import { text, timestamp } from 'drizzle-orm/pg-core';

/** UTC instant with milliseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () => instant('created_at').notNull().defaultNow();

/** Every tenant table and key starts with it. */
export const workspaceId = () => text('workspace_id').notNull();
