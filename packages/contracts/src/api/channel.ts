import { z } from 'zod';
import type { FailureClass } from '../failure-classes.ts';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { EVENT_TYPES } from '../words.ts';

export const CHANNEL_TYPES = ['webhook', 'slack', 'discord', 'teams', 'telegram', 'pagerduty', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

const events = z.array(z.enum(EVENT_TYPES)).min(1);

/** Only `webhook` can be created so far; another type answers `channel_type_unavailable`. */
export const createChannelBody = z
  .object({
    type: z.enum(CHANNEL_TYPES),
    name: z.string().trim().min(1).max(200).optional(),
    url: z.string().min(1).max(2048).optional(),
    events: events.optional().meta({ description: 'Default: all' }),
  })
  .meta({ id: 'CreateChannel' });
export type CreateChannelBody = z.infer<typeof createChannelBody>;

export const updateChannelBody = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    url: z.string().min(1).max(2048),
    events: events.nullable().meta({ description: 'null: all' }),
    enabled: z.boolean(),
  })
  .partial()
  .meta({ id: 'UpdateChannel' });
export type UpdateChannelBody = z.infer<typeof updateChannelBody>;

export const channel = z
  .object({
    id: idSchema('channel'),
    type: z.enum(CHANNEL_TYPES),
    name: z.string(),
    url: z.string().nullable(),
    events: z.array(z.enum(EVENT_TYPES)).nullable().meta({ description: 'null: all' }),
    enabled: z.boolean(),
    disabledReason: z.string().nullable(),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof channel>;

/** Answer of creation and rotation: the only time the secret is shown. */
export const channelWithSecret = channel
  .extend({ secret: z.string().startsWith('whsec_') })
  .meta({ id: 'ChannelWithSecret' });
export type ChannelWithSecret = z.infer<typeof channelWithSecret>;

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What came of one attempt to deliver. */
export type DeliveryResult = {
  /** A 2xx came. */
  ok: boolean;
  status: number | null;
  durationMs: number;
  /** The address that was connected to; null when no connection came about. */
  address: string | null;
  /** Null exactly when `ok`. */
  error: FailureClass | null;
  /** First 4 KiB of the answer, cleaned; null when there was no answer. */
  responseBody: string | null;
  /** 410: the receiver wants no more. */
  gone: boolean;
};

export const deliveryAttempt = z.object({
  number: z.int(),
  at: isoTime,
  durationMs: z.int(),
  address: z.string().nullable(),
  status: z.int().nullable(),
  error: z.string().nullable().meta({ description: 'Failure class of the attempt, when no 2xx came' }),
  responseBody: z.string().nullable().meta({ description: 'First 4 KiB, cleaned' }),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttempt>;

export const delivery = z
  .object({
    id: idSchema('delivery'),
    eventId: idSchema('event'),
    eventType: z.enum(EVENT_TYPES),
    channelId: idSchema('channel'),
    serverId: z.string().nullable(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    nextAttemptAt: isoTime.nullable(),
    createdAt: isoTime,
    deliveredAt: isoTime.nullable(),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof delivery>;

export const deliveryDetail = delivery
  .extend({ payload: z.unknown(), log: z.array(deliveryAttempt) })
  .meta({ id: 'DeliveryDetail' });
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

export const listDeliveriesFilter = z.object({
  channelId: idSchema('channel').optional(),
  serverId: idSchema('server').optional(),
  state: z.enum(DELIVERY_STATES).optional(),
  eventType: z.enum(EVENT_TYPES).optional(),
});
export type ListDeliveriesFilter = z.infer<typeof listDeliveriesFilter>;
