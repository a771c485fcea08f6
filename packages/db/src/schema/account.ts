import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, workspaceId } from './columns.ts';

export const workspace = pgTable('workspace', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** Made by `--demo`: its history before its creation is generated, and its owner owns nothing else. */
  demo: boolean('demo').notNull().default(false),
  createdAt: createdAt(),
});

/** A person. `email` is stored in lower case. */
export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('account_email_key').on(t.email)],
);

export const membership = pgTable(
  'membership',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['owner', 'admin', 'editor', 'viewer'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.accountId] })],
);

/** A signed-in browser. Only the SHA-256 of the cookie's token is kept. */
export const session = pgTable(
  'session',
  {
    workspaceId: workspaceId(),
    accountId: text('account_id').notNull(),
    tokenHash: text('token_hash').primaryKey(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [membership.workspaceId, membership.accountId],
    }).onDelete('cascade'),
    index('session_expires_at_idx').on(t.expiresAt),
  ],
);

/** A machine's access. Only the SHA-256 of the key is kept. */
export const apiKey = pgTable(
  'api_key',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    name: text('name').notNull(),
    hint: text('hint').notNull(),
    keyHash: text('key_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    createdAt: createdAt(),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), uniqueIndex('api_key_hash_key').on(t.keyHash)],
);

/** The one-time link that creates the owner account. It belongs to no workspace yet. */
export const setupLink = pgTable('setup_link', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: createdAt(),
  expiresAt: instant('expires_at').notNull(),
});

export const auditLog = pgTable(
  'audit_log',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    target: text('target').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index('audit_log_at_idx').on(t.workspaceId, t.at)],
);

/** A POST that carried an Idempotency-Key. `status` is null while it runs. */
export const idempotency = pgTable(
  'idempotency',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    route: text('route').notNull(),
    bodyHash: text('body_hash').notNull(),
    status: integer('status'),
    response: text('response'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key, t.route] }),
    index('idempotency_created_at_idx').on(t.createdAt),
  ],
);
