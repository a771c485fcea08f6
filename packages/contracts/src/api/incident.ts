import { z } from 'zod';
import { FAILURE_CLASS_NAMES } from '../failure-classes.ts';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { INCIDENT_KINDS, INCIDENT_STATES } from '../words.ts';

export const incidentUpdate = z.object({
  id: idSchema('incidentUpdate'),
  at: isoTime,
  state: z.enum(INCIDENT_STATES),
  body: z.string(),
  author: z.string().meta({ description: '`system`, or the id of a user or key' }),
});

export const incident = z
  .object({
    id: idSchema('incident'),
    serverId: idSchema('server'),
    kind: z.enum(INCIDENT_KINDS),
    state: z.enum(INCIDENT_STATES),
    title: z.string(),
    class: z.enum(FAILURE_CLASS_NAMES).nullable(),
    summary: z.string().nullable(),
    regions: z.array(z.string()),
    openedAt: isoTime.meta({ description: 'Start of the first failing probe' }),
    detectedAt: isoTime,
    resolvedAt: isoTime.nullable(),
    durationMs: z.int().meta({ description: 'So far, while it is open' }),
    acknowledgedAt: isoTime.nullable(),
    acknowledgedBy: z.string().nullable(),
    version: z.int(),
    updates: z.array(incidentUpdate),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof incident>;

export const listIncidentsFilter = z.object({
  serverId: idSchema('server').optional(),
  state: z.enum(['open', 'resolved']).optional(),
});
export type ListIncidentsFilter = z.infer<typeof listIncidentsFilter>;

export const createIncidentBody = z
  .strictObject({
    serverId: idSchema('server'),
    title: z.string().trim().min(1).max(200),
    body: z.string().trim().min(1).max(10_000),
    openedAt: isoTime.optional().meta({ description: 'When it began, if that is past; default: now' }),
    resolvedAt: isoTime
      .optional()
      .meta({ description: 'When it ended, for what is written down afterwards: nobody is told' }),
  })
  .meta({ id: 'CreateIncident' });
export type CreateIncidentBody = z.infer<typeof createIncidentBody>;

export const updateIncidentBody = z
  .strictObject({ title: z.string().trim().min(1).max(200) })
  .partial()
  .meta({ id: 'UpdateIncident' });
export type UpdateIncidentBody = z.infer<typeof updateIncidentBody>;

export const incidentUpdateBody = z
  .strictObject({
    state: z.enum(INCIDENT_STATES),
    body: z.string().trim().min(1).max(10_000),
    at: isoTime
      .optional()
      .meta({ description: 'When it was so, if that is past, in an incident opened by hand; default: now' }),
  })
  .meta({ id: 'CreateIncidentUpdate' });
export type IncidentUpdateBody = z.infer<typeof incidentUpdateBody>;
