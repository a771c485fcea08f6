import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';

export const MAX_MAINTENANCE_SERVERS = 100;
/** Longer work is no window any more. */
const MAX_WINDOW_MS = 30 * 86_400_000;

const instant = z.iso.datetime({ offset: true }).meta({ example: '2026-11-28T22:00:00Z' });

const fields = {
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2_000),
  serverIds: z
    .array(idSchema('server'))
    .min(1)
    .max(MAX_MAINTENANCE_SERVERS)
    .refine((ids) => new Set(ids).size === ids.length, 'names a server twice'),
  startsAt: instant,
  endsAt: instant,
  rrule: z
    .string()
    .max(200)
    .regex(/^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*$/, 'not a daily to yearly RRULE (RFC 5545)')
    .nullable()
    .meta({ example: 'FREQ=WEEKLY;BYDAY=SU', description: 'Repeats the window; null for once' }),
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, 'not an IANA time zone')
    .meta({ example: 'Europe/Berlin', description: 'The zone in which a rule repeats: the wall clock counts' }),
};

type Span = { startsAt?: string; endsAt?: string };

function isWindow({ startsAt, endsAt }: Span): boolean {
  if (startsAt === undefined || endsAt === undefined) return true;
  const ms = Date.parse(endsAt) - Date.parse(startsAt);
  return ms > 0 && ms <= MAX_WINDOW_MS;
}
const NO_WINDOW = { message: 'must be after startsAt, by 30 days at most', path: ['endsAt'] };

/** Body of `POST /api/v1/maintenance`. */
export const createMaintenanceBody = z
  .strictObject({
    ...fields,
    description: fields.description.default(''),
    rrule: fields.rrule.default(null),
    timeZone: fields.timeZone.default('UTC'),
  })
  .refine(isWindow, NO_WINDOW)
  .meta({ id: 'CreateMaintenance' });
export type CreateMaintenanceBody = z.infer<typeof createMaintenanceBody>;

export const updateMaintenanceBody = z
  .strictObject(fields)
  .partial()
  .refine(isWindow, NO_WINDOW)
  .meta({ id: 'UpdateMaintenance' });
export type UpdateMaintenanceBody = z.infer<typeof updateMaintenanceBody>;

export const maintenance = z
  .object({
    id: idSchema('maintenance'),
    title: z.string(),
    description: z.string(),
    serverIds: z.array(idSchema('server')),
    startsAt: isoTime,
    endsAt: isoTime,
    rrule: z.string().nullable(),
    timeZone: z.string(),
    active: z.boolean(),
    window: z
      .object({ startsAt: isoTime, endsAt: isoTime })
      .nullable()
      .meta({ description: 'The running window, or else the next; null when there is none any more' }),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({ id: 'Maintenance' });
export type Maintenance = z.infer<typeof maintenance>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
