import { z } from 'zod';
import { driftChange, driftRisk, inconsistency, toolRemoval } from './api/drift.ts';
import { FAILURE_CLASS_NAMES } from './failure-classes.ts';
import { isoTime } from './iso-time.ts';
import {
  DRIFT_CLASSES,
  EVENT_TYPES,
  type EventType,
  INCIDENT_KINDS,
  INCIDENT_STATES,
  SERVER_STATUSES,
  VERSION_VERDICTS,
} from './words.ts';

/** At most this many changes ride in a drift event; the rest is behind the link. */
export const MAX_EVENT_CHANGES = 20;
/** Standard Webhooks advises bodies under 20 KB. */
export const MAX_EVENT_BYTES = 20_480;
/** At most this many servers are named in the message of a storm. */
export const MAX_EVENT_SERVERS = 50;

const pageUrl = z.string().optional();

export const eventData = z.object({
  workspaceId: z.string(),
  server: z
    .object({
      id: z.string(),
      name: z.string(),
      url: z.string(),
      slug: z.string(),
      tags: z
        .array(z.string())
        .optional()
        .meta({ description: 'As its owner set them; not in events of older versions' }),
    })
    .nullable(),
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
  lastGoodAt: isoTime
    .nullable()
    .optional()
    .meta({ description: 'Of the newest good probe in the day before; null: none' }),
  latency: z
    .object({
      nowMs: z.int().nullable().meta({ description: 'Median of the regions; null where no answer came' }),
      normalMs: z.int().meta({ description: 'Median of the last good probes' }),
    })
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
      acknowledgedAt: isoTime.nullable().optional(),
    })
    .optional(),
  combines: z.array(z.string()).optional().meta({
    description: 'Types of earlier events of the incident that this message tells too: they were not sent before',
  }),
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
  servers: z
    .array(z.object({ id: z.string(), name: z.string(), incidentId: z.string().nullable() }))
    .optional()
    .meta({ description: 'Of a storm: the servers that were not told one by one, at most 50 of them' }),
  serverCount: z.int().optional().meta({ description: 'How many they are' }),
  links: z.record(z.string(), z.string()).meta({ description: 'For programs' }),
  pages: z
    .object({
      incident: pageUrl,
      acknowledge: pageUrl,
      mute: pageUrl,
      servers: pageUrl,
      drift: pageUrl,
      maintenance: pageUrl,
      gate: pageUrl,
      server: pageUrl,
      page: pageUrl,
      channel: pageUrl,
    })
    .optional()
    .meta({ description: 'For people' }),
});
export type EventData = z.infer<typeof eventData>;

/** The body of a webhook: Standard Webhooks 1.0 `{type, timestamp, data}`; `timestamp` is when it happened. */
export const webhookBody = z
  .object({ type: z.enum(EVENT_TYPES), timestamp: isoTime, data: eventData })
  .meta({ id: 'WebhookBody' });
export type WebhookBody = z.infer<typeof webhookBody>;

type Field = Exclude<keyof EventData, 'workspaceId' | 'server' | 'sequence' | 'dedupKey' | 'links'>;

const CHANGE: Field[] = ['status', 'previousStatus', 'since', 'class', 'summary', 'firstAction', 'regions'];
const INCIDENT: Field[] = ['status', 'since', 'class', 'summary', 'incident'];

/** What comes with every event of a type, beside the fields that every event has. */
const BROUGHT: Record<EventType, Field[]> = {
  'server.down': [...CHANGE, 'incident'],
  'server.recovered': [...CHANGE, 'incident'],
  'server.degraded': [...CHANGE, 'incident'],
  'server.regional': ['status', 'summary', 'regions'],
  'server.unknown': CHANGE,
  'server.flapping': ['status', 'since', 'summary'],
  'server.drift': ['status', 'summary', 'drift'],
  'server.inconsistent': ['status', 'summary', 'inconsistency'],
  'credential.rejected': ['status', 'class', 'summary', 'firstAction'],
  'credential.expiring': ['summary'],
  'certificate.expiring': ['summary'],
  'incident.opened': INCIDENT,
  'incident.updated': INCIDENT,
  'incident.resolved': INCIDENT,
  'maintenance.started': ['summary', 'maintenance'],
  'maintenance.ended': ['summary', 'maintenance'],
  'latency.breached': [...CHANGE, 'incident'],
  'gate.passed': ['summary'],
  'gate.failed': ['summary'],
  'channel.test': ['summary'],
  'channel.disabled': ['summary'],
  'incident.reminder': INCIDENT,
  'incident.escalated': INCIDENT,
  'servers.down': ['summary', 'servers', 'serverCount'],
  'servers.recovered': ['summary', 'servers', 'serverCount'],
};

/** The schema of one event type, for good: fields may be added, none is taken away. */
export function eventSchema(type: EventType) {
  const brought = Object.fromEntries(BROUGHT[type].map((field) => [field, true as const]));
  return webhookBody.extend({ type: z.literal(type), data: eventData.required(brought as Record<Field, true>) });
}
