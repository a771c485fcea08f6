import type { DriftChange, DriftClass, Era, VersionVerdict } from '@alivemcp/contracts';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspace } from './account.ts';
import { createdAt, instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

/** The canonical tool list, once a hash. */
export const toolSnapshot = pgTable(
  'tool_snapshot',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    algorithm: text('algorithm').notNull(),
    contractHash: text('contract_hash').notNull(),
    presentationHash: text('presentation_hash').notNull(),
    count: integer('count').notNull(),
    tools: jsonb('tools').$type<unknown[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.hash] })],
);

/** The lists a server has been agreed to have, in order. */
export const toolVersion = pgTable(
  'tool_version',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    firstSeenAt: instant('first_seen_at').notNull(),
    hash: text('hash').notNull(),
    era: text('era').$type<Era>().notNull(),
    serverVersion: text('server_version'),
    /** When the next list took its place; null for the present one. */
    replacedAt: instant('replaced_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.firstSeenAt] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.workspaceId, t.hash], foreignColumns: [toolSnapshot.workspaceId, toolSnapshot.hash] }),
  ],
);

export const drift = pgTable(
  'drift',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    serverId: text('server_id').notNull(),
    at: instant('at').notNull(),
    class: text('class').$type<DriftClass>().notNull(),
    versionVerdict: text('version_verdict').$type<VersionVerdict>().notNull(),
    fromHash: text('from_hash').notNull(),
    toHash: text('to_hash').notNull(),
    fromVersion: text('from_version'),
    toVersion: text('to_version'),
    regions: text('regions').array().notNull(),
    summary: text('summary').notNull(),
    changes: jsonb('changes').$type<DriftChange[]>().notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: text('accepted_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('drift_server_at_idx').on(t.workspaceId, t.serverId, t.at),
  ],
);
