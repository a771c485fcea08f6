import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

/** When the certificate ends that a region was shown last. Written only when it is another one. */
export const serverCertificate = pgTable(
  'server_certificate',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    validTo: instant('valid_to').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.region] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('server_certificate_valid_to_idx').on(t.validTo),
  ],
);

/** What was told of something that ends, so that it is told once. */
export const expiryNotice = pgTable(
  'expiry_notice',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    kind: text('kind').$type<'certificate' | 'credential'>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    hoursBefore: integer('hours_before').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.kind, t.expiresAt, t.hoursBefore] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
  ],
);
