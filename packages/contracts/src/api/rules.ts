import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { EVENT_TYPES } from '../words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const MAX_MUTE_MS = 30 * DAY_MS;
/** How long the link in an alert mutes a server. */
export const LINK_MUTE_MS = HOUR_MS;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const different = (list: readonly unknown[]) => new Set(list).size === list.length;

export const alertRoute = z.strictObject({
  events: z
    .array(z.enum(EVENT_TYPES))
    .min(1)
    .nullable()
    .meta({ description: 'null: all; the first route that names an event decides' }),
  channelIds: z
    .array(idSchema('channel'))
    .max(100)
    .refine(different, 'names a channel twice')
    .meta({ description: 'Empty: these events are told to nobody' }),
});
export type AlertRoute = z.infer<typeof alertRoute>;

const wallClock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day: 22:00');

export const quietHours = z
  .strictObject({
    from: wallClock.meta({ example: '22:00' }),
    to: wallClock.meta({ example: '07:00', description: 'At or before `from`: of the next day' }),
    timeZone: z.string().max(64).refine(isTimeZone, 'not an IANA time zone').meta({ example: 'Europe/Berlin' }),
    days: z
      .array(z.enum(WEEKDAYS))
      .min(1)
      .refine(different, 'names a day twice')
      .default([...WEEKDAYS])
      .meta({ description: 'On which they begin' }),
  })
  .refine(({ from, to, days }) => from !== to || days.length < WEEKDAYS.length, {
    message: 'would never end',
    path: ['to'],
  });
export type QuietHours = z.infer<typeof quietHours>;

const remindEveryMs = z
  .union([z.literal(30 * MINUTE_MS), z.literal(2 * HOUR_MS), z.literal(DAY_MS)])
  .nullable()
  .meta({ description: 'While a server is down and nobody has acknowledged it; null: never' });

const escalate = z
  .strictObject({
    afterMs: z.int().min(MINUTE_MS).max(DAY_MS),
    channelId: idSchema('channel'),
  })
  .nullable()
  .meta({ description: 'Who is told as well when nobody has acknowledged an outage after so long; null: nobody' });

const fields = {
  routes: z.array(alertRoute).max(50).meta({
    description: 'What no route names goes to every channel; a channel takes only its own `events` in any case',
  }),
  afterMs: z
    .int()
    .min(0)
    .max(DAY_MS)
    .meta({ description: 'An outage that ends sooner is not told, and neither is its end' }),
  remindEveryMs,
  escalate,
  quietHours: quietHours
    .nullable()
    .meta({ description: 'Alerts wait until they end, but never those of a server tagged `critical`' }),
};

/** Body of `PUT /api/v1/rules` and `PUT /api/v1/servers/:id/rules`: the whole of them; what is left out is off. */
export const putRulesBody = z
  .strictObject({
    routes: fields.routes.default([]),
    afterMs: fields.afterMs.default(0),
    remindEveryMs: fields.remindEveryMs.default(null),
    escalate: fields.escalate.default(null),
    quietHours: fields.quietHours.default(null),
  })
  .refine(({ afterMs, escalate }) => escalate === null || escalate.afterMs > afterMs, {
    message: 'must be more than an outage has to last before it is told (afterMs)',
    path: ['escalate', 'afterMs'],
  })
  .meta({ id: 'PutAlertRules' });
export type PutRulesBody = z.infer<typeof putRulesBody>;

export const alertRules = z
  .object({
    ...fields,
    inherited: z
      .boolean()
      .meta({ description: 'Of a server: it has none of its own, these are those of the workspace' }),
    updatedAt: isoTime.nullable().meta({ description: 'null: nobody has set any, all is told to all at once' }),
  })
  .meta({ id: 'AlertRules' });
export type AlertRules = z.infer<typeof alertRules>;

export const muteServerBody = z
  .strictObject({ forMs: z.int().min(MINUTE_MS).max(MAX_MUTE_MS) })
  .meta({ id: 'MuteServer' });
export type MuteServerBody = z.infer<typeof muteServerBody>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
