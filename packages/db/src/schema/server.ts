import type {
  DriftClass,
  Expectations,
  FailureClass,
  Outcome,
  Posture,
  Protocol,
  Sensitivity,
  ServerStatus,
  TransportChoice,
  TruthNote,
  Unsettled,
} from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
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
import { workspace } from './account.ts';
import { createdAt, instant, workspaceId } from './columns.ts';

/** What the owner said about a server. What we found out about it stands in `server_state` and `server_region`. */
export const server = pgTable(
  'server',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    /** What raw results call it. */
    number: integer('number').notNull().generatedAlwaysAsIdentity(),
    url: text('url').notNull(),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
    public: boolean('public').notNull(),
    intervalMs: integer('interval_ms').notNull(),
    transport: text('transport').$type<TransportChoice>().notNull(),
    authType: text('auth_type').notNull(),
    /** Sealed JSON of the credential; null for none. */
    authSealed: text('auth_sealed'),
    authSetAt: instant('auth_set_at'),
    authExpiresAt: instant('auth_expires_at'),
    expectations: jsonb('expectations').$type<Expectations>().notNull(),
    sensitivity: text('sensitivity').$type<Sensitivity>().notNull().default('balanced'),
    latencyBudgetMs: integer('latency_budget_ms').notNull().default(2000),
    /** Changes of this class and of milder ones are accepted at once. */
    autoAccept: text('auto_accept').$type<DriftClass>(),
    /** Client name under which the tools are listed once a day too. */
    alternateClient: text('alternate_client'),
    tags: text('tags').array().notNull(),
    /** Until then nothing new is told of it. */
    mutedUntil: instant('muted_until'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex('server_number_key').on(t.number),
    uniqueIndex('server_url_key').on(t.workspaceId, t.url),
    uniqueIndex('server_slug_key').on(t.slug),
    index('server_created_idx').on(t.workspaceId, t.createdAt, t.id),
  ],
);

/** Another client is shown another tool list. `since` is epoch ms. */
export type ByClient = { clientName: string; hash: string; since: number };

/** The agreed state of a server: one hot row, the lock under which it is judged. */
export const serverState = pgTable(
  'server_state',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    status: text('status').$type<ServerStatus>().notNull(),
    since: instant('since').notNull(),
    /** Of the last transition, gap-free. */
    sequence: integer('sequence').notNull(),
    posture: text('posture').$type<Posture>(),
    class: text('class').$type<FailureClass>(),
    summary: text('summary'),
    /** Set while a confirmation round runs; results from then on confirm. */
    confirmingSince: instant('confirming_since'),
    /** Set while its state changes so often that alerts are held. */
    flappingSince: instant('flapping_since'),
    advisoryRegions: text('advisory_regions').array().notNull().default(sql`'{}'`),
    advisorySince: instant('advisory_since'),
    protocol: jsonb('protocol').$type<Protocol>(),
    serverName: text('server_name'),
    serverVersion: text('server_version'),
    /** The baseline that drift is held against, and how it was taken: in another era or profile there is another baseline. */
    toolsHash: text('tools_hash'),
    toolsCount: integer('tools_count'),
    toolsEra: text('tools_era'),
    toolsProfile: text('tools_profile'),
    toolsVersion: text('tools_version'),
    toolsChangedAt: instant('tools_changed_at'),
    surfaceHash: text('surface_hash'),
    /** Tool lists that are not the baseline and were not agreed on. */
    unsettled: jsonb('unsettled').$type<Unsettled>(),
    byClient: jsonb('by_client').$type<ByClient>(),
    truth: jsonb('truth').$type<TruthNote[]>(),
    truthCheckedAt: instant('truth_checked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** Assignment of a server to a region, its place on the interval wheel, and the last thing that region saw. */
export const serverRegion = pgTable(
  'server_region',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    intervalS: integer('interval_s').notNull(),
    /** Second of the interval in which it is due, 0 ≤ slot < intervalS. */
    slot: integer('slot').notNull(),
    active: boolean('active').notNull().default(true),
    outcome: text('outcome').$type<Outcome>(),
    posture: text('posture').$type<Posture>(),
    class: text('class').$type<FailureClass>(),
    summary: text('summary'),
    latencyMs: integer('latency_ms'),
    /** Start of the newest probe, and of the first probe of the present run of equal outcomes. */
    checkedAt: instant('checked_at'),
    /** The newest before it, where that had grown old: the region had been silent. */
    resumedFrom: instant('resumed_from'),
    runSince: instant('run_since'),
    runLength: integer('run_length').notNull().default(0),
    toolsHash: text('tools_hash'),
    toolsRun: integer('tools_run').notNull().default(0),
    surfaceHash: text('surface_hash'),
    surfaceRun: integer('surface_run').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.region] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('server_region_wheel_idx').on(t.region, t.intervalS, t.slot).where(sql`active`),
  ],
);

/** Every change of the agreed state. `at` is when it really began, `decidedAt` when we knew. */
export const transition = pgTable(
  'transition',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    sequence: integer('sequence').notNull(),
    from: text('from_status').$type<ServerStatus>().notNull(),
    to: text('to_status').$type<ServerStatus>().notNull(),
    at: instant('at').notNull(),
    decidedAt: instant('decided_at').notNull(),
    class: text('class').$type<FailureClass>(),
    failingRegions: text('failing_regions').array().notNull(),
    sightedRegions: text('sighted_regions').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.sequence] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('transition_at_idx').on(t.workspaceId, t.serverId, t.at),
  ],
);
