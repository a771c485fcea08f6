import { z } from 'zod';
import type { FailureClass } from '../failure-classes.ts';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { EVENT_TYPES } from '../words.ts';
import { templateFault } from './body-template.ts';
import { addressFault } from './channel-address.ts';

export const CHANNEL_TYPES = ['webhook', 'slack', 'discord', 'teams', 'telegram', 'pagerduty', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

export { PLACEHOLDER, templateFault } from './body-template.ts';

const events = z.array(z.enum(EVENT_TYPES)).min(1);
const name = z.string().trim().min(1).max(200);
const url = z.string().min(1).max(2048);
/** Refined field by field, so that a fault names its field. */
const vendorUrl = (type: Parameters<typeof addressFault>[0]) => refined(url, (text) => addressFault(type, text));
const template = refined(z.string().min(1), templateFault).meta({
  description: 'A JSON body of your own with {{placeholders}} inside strings; without it the event is sent as it is',
});
const botToken = z.string().regex(/^\d+:[\w-]{30,80}$/, 'is not the token of a bot: 123456:ABC…');
const chatId = z
  .string()
  .regex(/^(?:-?\d{1,20}|@\w{4,64})$/, 'is the number of a chat, or the @name of a public one')
  .meta({ example: '-1001234567890' });
const topicId = z.int().positive().meta({ description: 'Of a topic in a group' });
const apiUrl = url.meta({ description: 'Of a Bot API server of your own; default https://api.telegram.org' });
const routingKey = z
  .string()
  .regex(/^[A-Za-z0-9]{32}$/, 'is the integration key of an Events API v2: 32 letters and digits');
const pagerdutyUrl = vendorUrl('pagerduty').meta({
  description: 'Default https://events.pagerduty.com/v2/enqueue; in the EU https://events.eu.pagerduty.com/v2/enqueue',
});
const address = z.email().max(254);

function refined<T extends z.ZodType<string, string>>(field: T, fault: (text: string) => string | null) {
  return field.superRefine((text, ctx) => {
    const message = fault(text);
    if (message !== null) ctx.addIssue({ code: 'custom', message });
  });
}

/** What each type of channel is told to send to. */
const SETTINGS = {
  webhook: { url, template: template.optional() },
  slack: { url: vendorUrl('slack') },
  discord: { url: vendorUrl('discord') },
  teams: { url: vendorUrl('teams') },
  telegram: { botToken, chatId, topicId: topicId.optional(), apiUrl: apiUrl.optional() },
  pagerduty: { routingKey, url: pagerdutyUrl.optional() },
  email: { address },
} as const;

const channelOf = <Type extends ChannelType>(type: Type) =>
  z.strictObject({
    type: z.literal(type),
    name: name.optional(),
    ...SETTINGS[type],
    events: events.optional().meta({ description: 'Default: all' }),
  });

export const createChannelBody = z
  .discriminatedUnion('type', [
    channelOf('webhook'),
    channelOf('slack'),
    channelOf('discord'),
    channelOf('teams'),
    channelOf('telegram'),
    channelOf('pagerduty'),
    channelOf('email'),
  ])
  .meta({ id: 'CreateChannel' });
export type CreateChannelBody = z.infer<typeof createChannelBody>;

type SettingsOf<Body> = Body extends unknown ? Omit<Body, 'name' | 'events'> : never;
/** Where a channel sends to, and with what: all of it is sealed but the URL and the template of a webhook. */
export type ChannelSettings = SettingsOf<CreateChannelBody>;

/** A field that the type of the channel does not have is refused. */
export const updateChannelBody = z
  .strictObject({
    name,
    url: url.nullable().meta({ description: 'null: the default one, which only PagerDuty has' }),
    template: template.nullable().meta({ description: 'null: the event as it is' }),
    botToken,
    chatId,
    topicId: topicId.nullable(),
    apiUrl: apiUrl.nullable().meta({ description: 'null: the default one' }),
    routingKey,
    address,
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
    url: z.string().nullable().meta({ description: 'Of a webhook; the addresses of other channels are secrets' }),
    target: z.string().meta({ description: 'Where it sends to, for people: of a secret the last four characters' }),
    template: z.string().nullable(),
    events: z.array(z.enum(EVENT_TYPES)).nullable().meta({ description: 'null: all' }),
    enabled: z.boolean(),
    disabledReason: z.string().nullable(),
    failingSince: isoTime.nullable().meta({ description: 'Every attempt since then has failed' }),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({ id: 'Channel' });
export type Channel = z.infer<typeof channel>;

/** Answer of creation and rotation of a webhook: the only time the secret is shown. */
export const channelWithSecret = channel
  .extend({ secret: z.string().startsWith('whsec_') })
  .meta({ id: 'ChannelWithSecret' });
export type ChannelWithSecret = z.infer<typeof channelWithSecret>;

/** Answer of creation: only webhooks have a secret. */
export const createdChannel = channel
  .extend({ secret: z.string().startsWith('whsec_').optional() })
  .meta({ id: 'CreatedChannel' });
export type CreatedChannel = z.infer<typeof createdChannel>;

/** A type of channel, as this installation has it. */
export const offeredChannel = z
  .object({
    type: z.enum(CHANNEL_TYPES),
    missing: z.string().nullable().meta({ description: 'Why none can be added: what its operator has not set up' }),
  })
  .meta({ id: 'OfferedChannel' });
export type OfferedChannel = z.infer<typeof offeredChannel>;

export const replayChannelBody = z
  .strictObject({
    since: z.iso.datetime({ offset: true }).meta({ description: 'Deliveries made from then on that failed' }),
  })
  .meta({ id: 'ReplayChannel' });
export const replayedDeliveries = z.object({ count: z.int() }).meta({ id: 'ReplayedDeliveries' });

export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const HOLD_REASONS = ['after', 'quiet_hours', 'storm'] as const;
/** Why a delivery waits: an outage may be short, it is night, or many servers went at once and become one message. */
export type HoldReason = (typeof HOLD_REASONS)[number];

export const CANCEL_REASONS = ['muted', 'too_short', 'over', 'acknowledged'] as const;
/** Why a delivery is not sent: its server was muted, the outage was too short, it is over, or somebody is on it. */
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Faults that no probe has. `render` is ours. */
export const DELIVERY_FAULTS = [
  'mail.not_set_up',
  'mail.login_refused',
  'mail.deferred',
  'mail.refused',
  'render',
] as const;
export type DeliveryError = FailureClass | (typeof DELIVERY_FAULTS)[number];

/** What came of one attempt to deliver. */
export type DeliveryResult = {
  /** The receiver took it. */
  ok: boolean;
  status: number | null;
  durationMs: number;
  /** The address that was connected to; null when no connection came about. */
  address: string | null;
  /** Null exactly when `ok`. */
  error: DeliveryError | null;
  /** First 4 KiB of the answer, cleaned, without the secrets of the channel; null when there was no answer. */
  responseBody: string | null;
  /** Why the receiver wants no more, as a sentence; null while it does. */
  gone: string | null;
};

export const deliveryAttempt = z.object({
  number: z.int(),
  at: isoTime,
  durationMs: z.int(),
  address: z.string().nullable(),
  status: z.int().nullable(),
  error: z.string().nullable().meta({ description: 'Why it failed: a failure class, or `mail.…`' }),
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
    mergedInto: idSchema('delivery')
      .nullable()
      .meta({ description: 'Not sent: the delivery named here says it too, such as "was down, is up again"' }),
    heldUntil: isoTime.nullable().meta({ description: 'A rule holds it until then' }),
    heldFor: z
      .enum(HOLD_REASONS)
      .nullable()
      .meta({ description: '`storm`: many servers went at once, and it becomes part of one message' }),
    cancelledFor: z.enum(CANCEL_REASONS).nullable().meta({ description: 'Why it is `cancelled`: it was not sent' }),
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
