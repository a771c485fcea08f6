import { z } from 'zod';
import { driftChange, driftRisk, inconsistency, toolRemoval } from './api/drift.ts';
import { FAILURE_CLASS_NAMES } from './failure-classes.ts';
import { isoTime } from './iso-time.ts';
import {
  DRIFT_CLASSES,
  EVENT_TYPES,
  INCIDENT_KINDS,
  INCIDENT_STATES,
  SERVER_STATUSES,
  VERSION_VERDICTS,
} from './words.ts';

/** At most this many changes ride in a drift event; the rest is behind the link. */
export const MAX_EVENT_CHANGES = 20;
/** Standard Webhooks advises bodies under 20 KB. */
export const MAX_EVENT_BYTES = 20_480;

export const eventData = z.object({
  workspaceId: z.string(),
  server: z.object({ id: z.string(), name: z.string(), url: z.string(), slug: z.string() }).nullable(),
  sequence: z.int().meta({ description: 'Of the last transition of this server, gap-free; 0 where there is none' }),
  dedupKey: z.string().meta({ description: 'Stable over the life of an incident' }),
  status: z.enum(SERVER_STATUSES).optional(),
  previousStatus: z.enum(SERVER_STATUSES).optional(),
  since: isoTime.optional(),
  class: z.enum(FAILURE_CLASS_NAMES).nullable().optional(),
  summary: z.string().optional(),
  firstAction: z.string().nullable().optional(),
  regions: z
    .object({ failing: z.array(z.string()), sighted: z.array(z.string()), assigned: z.array(z.string()) })
    .optional(),
  incident: z
    .object({
      id: z.string(),
      kind: z.enum(INCIDENT_KINDS),
      state: z.enum(INCIDENT_STATES),
      title: z.string(),
      openedAt: isoTime,
      resolvedAt: isoTime.nullable(),
      durationMs: z.int().nullable(),
      version: z.int(),
    })
    .optional(),
  drift: z
    .object({
      id: z.string(),
      class: z.enum(DRIFT_CLASSES),
      versionVerdict: z.enum(VERSION_VERDICTS),
      fromHash: z.string(),
      toHash: z.string(),
      accepted: z.boolean().meta({ description: 'Whether the server accepts changes of this class by itself' }),
      changeCount: z.int(),
      changes: z.array(driftChange),
      truncated: z.boolean(),
      risks: z.array(driftRisk).meta({ description: 'At most 10' }),
      removals: z.array(toolRemoval).meta({ description: 'At most 10' }),
    })
    .optional(),
  inconsistency: inconsistency.optional(),
  maintenance: z
    .object({
      id: z.string(),
      title: z.string(),
      startsAt: isoTime,
      endsAt: isoTime,
      servers: z.array(z.object({ id: z.string(), name: z.string() })).meta({ description: 'At most 20' }),
      serverCount: z.int(),
    })
    .optional(),
  links: z.record(z.string(), z.string()),
});
export type EventData = z.infer<typeof eventData>;

/** The body of a webhook: Standard Webhooks 1.0 `{type, timestamp, data}`; `timestamp` is when it happened. */
export const webhookBody = z
  .object({ type: z.enum(EVENT_TYPES), timestamp: isoTime, data: eventData })
  .meta({ id: 'WebhookBody' });
export type WebhookBody = z.infer<typeof webhookBody>;
