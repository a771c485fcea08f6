import type {
  CancelReason,
  ChannelType,
  DeliveryError,
  DeliveryState,
  EventType,
  HoldReason,
} from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { workspace } from './account.ts';
import { createdAt, instant, workspaceId } from './columns.ts';

export const channel = pgTable(
  'channel',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    type: text('type').$type<ChannelType>().notNull(),
    name: text('name').notNull(),
    /** Of a webhook alone. Where another channel sends to is sealed. */
    url: text('url'),
    /** Body template of a webhook. */
    template: text('template'),
    /** What people may see of a sealed address. */
    target: text('target'),
    /** Sealed JSON of the settings; null for a webhook. */
    settingsSealed: text('settings_sealed'),
    /** Sealed signing secret of a webhook, and the one before it while a rotation overlaps. */
    secretSealed: text('secret_sealed'),
    previousSecretSealed: text('previous_secret_sealed'),
    previousSecretUntil: instant('previous_secret_until'),
    /** null: all events. */
    events: text('events').array().$type<EventType[]>(),
    enabled: boolean('enabled').notNull().default(true),
    disabledReason: text('disabled_reason'),
    /** The first failed attempt since the last success, and the newest one. */
    failingSince: instant('failing_since'),
    lastFailedAt: instant('last_failed_at'),
    /** Of how many days of failure the owner was told. */
    failureToldDays: smallint('failure_told_days').notNull().default(0),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** The outbox: what happened, once, as the very bytes that are signed. */
export const event = pgTable(
  'event',
  {
    workspaceId: workspaceId().references(() => workspace.id, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    type: text('type').$type<EventType>().notNull(),
    serverId: text('server_id'),
    incidentId: text('incident_id'),
    at: instant('at').notNull(),
    body: text('body').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('event_incident_idx').on(t.workspaceId, t.incidentId),
    index('event_created_at_idx').on(t.createdAt),
    index('event_type_idx').on(t.workspaceId, t.type, t.at),
  ],
);

/** One event on its way to one channel. PostgreSQL is the truth, the queue only the alarm clock. */
export const delivery = pgTable(
  'delivery',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    eventId: text('event_id').notNull(),
    channelId: text('channel_id').notNull(),
    state: text('state').$type<DeliveryState>().notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at'),
    leaseUntil: instant('lease_until'),
    /** The delivery whose message says what this one would have said. */
    mergedInto: text('merged_into'),
    /** Not before, and why. What a storm holds has no `nextAttemptAt`: it becomes part of a digest. */
    heldUntil: instant('held_until'),
    heldFor: text('held_for').$type<HoldReason>(),
    /** Why it is `cancelled`. */
    cancelledFor: text('cancelled_for').$type<CancelReason>(),
    createdAt: createdAt(),
    deliveredAt: instant('delivered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.eventId], foreignColumns: [event.workspaceId, event.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.workspaceId, t.channelId], foreignColumns: [channel.workspaceId, channel.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('delivery_once_key').on(t.workspaceId, t.eventId, t.channelId),
    index('delivery_waiting_idx').on(t.workspaceId, t.channelId, t.nextAttemptAt).where(sql`state = 'pending'`),
    index('delivery_leased_idx')
      .on(t.workspaceId, t.channelId, t.leaseUntil)
      .where(sql`state = 'pending' and lease_until is not null`),
    index('delivery_storm_idx').on(t.workspaceId, t.heldUntil).where(sql`state = 'pending' and held_for = 'storm'`),
    index('delivery_failed_idx').on(t.workspaceId, t.channelId, t.createdAt).where(sql`state = 'failed'`),
    index('delivery_created_idx').on(t.workspaceId, t.createdAt, t.id),
  ],
);

export const deliveryAttempt = pgTable(
  'delivery_attempt',
  {
    workspaceId: workspaceId(),
    deliveryId: text('delivery_id').notNull(),
    number: integer('number').notNull(),
    at: instant('at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    address: text('address'),
    status: integer('status'),
    error: text('error').$type<DeliveryError>(),
    responseBody: text('response_body'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.deliveryId, t.number] }),
    foreignKey({
      columns: [t.workspaceId, t.deliveryId],
      foreignColumns: [delivery.workspaceId, delivery.id],
    }).onDelete('cascade'),
  ],
);
