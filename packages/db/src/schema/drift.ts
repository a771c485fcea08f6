import type { DriftChange, DriftClass, DriftRisk, Era, ToolRemoval, VersionVerdict } from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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
    /** What the list adds to an agent's context, estimated. */
    tokens: integer('tokens'),
    tools: jsonb('tools').$type<unknown[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.hash] })],
);

/** What a server promises besides its tools, once a hash. */
export const surfaceSnapshot = pgTable(
  'surface_snapshot',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    algorithm: text('algorithm').notNull(),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.hash] })],
);

/** Tools that were seen marked deprecated. A tool that loses the mark loses its row. */
export const toolDeprecation = pgTable(
  'tool_deprecation',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    tool: text('tool').notNull(),
    markedAt: instant('marked_at').notNull(),
    /** Date or version, in the server's words. */
    since: text('since'),
    promisedUntil: instant('promised_until').notNull(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.tool] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
  ],
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
    risks: jsonb('risks').$type<DriftRisk[]>().notNull().default([]),
    removals: jsonb('removals').$type<ToolRemoval[]>().notNull().default([]),
    tokensBefore: integer('tokens_before'),
    tokensAfter: integer('tokens_after'),
    /** False while an announced maintenance holds the word back. */
    told: boolean('told').notNull().default(true),
    acceptedAt: instant('accepted_at'),
    acceptedBy: text('accepted_by'),
    acceptedNote: text('accepted_note'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('drift_server_at_idx').on(t.workspaceId, t.serverId, t.at),
    index('drift_open_idx').on(t.workspaceId, t.serverId).where(sql`accepted_at is null`),
  ],
);
