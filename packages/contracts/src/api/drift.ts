import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { DRIFT_CLASSES, ERAS, VERSION_VERDICTS } from '../words.ts';

export const driftChange = z.object({
  class: z.enum(DRIFT_CLASSES),
  kind: z.string().meta({ example: 'tool_removed' }),
  tool: z.string().nullable(),
  pointer: z.string().meta({ description: 'RFC 6901, into the canonical tool list keyed by tool name' }),
  before: z.unknown(),
  after: z.unknown(),
  summary: z.string(),
});
export type DriftChange = z.infer<typeof driftChange>;

export const RISK_SIGNS = [
  'hidden_characters',
  'instructs_model',
  'leaks_data',
  'encoded_blob',
  'names_other_tool',
  'sudden_length',
  'privilege_widened',
] as const;

/** A sign of tool poisoning or of widened privilege in what changed: a caution, never a verdict. */
export const driftRisk = z.object({
  sign: z.enum(RISK_SIGNS),
  tool: z.string().nullable(),
  reason: z.string(),
  excerpt: z.string().meta({ description: 'What gave the sign, cleaned: what the watched server said, untrusted' }),
});
export type DriftRisk = z.infer<typeof driftRisk>;

export const drift = z
  .object({
    id: idSchema('drift'),
    serverId: idSchema('server'),
    at: isoTime,
    class: z.enum(DRIFT_CLASSES),
    versionVerdict: z.enum(VERSION_VERDICTS),
    fromHash: z.string(),
    toHash: z.string(),
    fromVersion: z.string().nullable(),
    toVersion: z.string().nullable(),
    regions: z.array(z.string()).meta({ description: 'Regions that confirmed the change' }),
    summary: z.string(),
    changes: z.array(driftChange),
    acceptedAt: isoTime.nullable(),
    acceptedBy: z.string().nullable(),
  })
  .meta({ id: 'Drift' });
export type Drift = z.infer<typeof drift>;

export const toolList = z
  .object({
    hash: z.string(),
    algorithm: z.string(),
    count: z.int(),
    era: z.enum(ERAS),
    changedAt: isoTime,
    tools: z.array(z.unknown()).meta({ description: 'Canonical form: what the watched server said, untrusted' }),
  })
  .meta({ id: 'ToolList' });
export type ToolList = z.infer<typeof toolList>;

export const toolVersion = z
  .object({
    hash: z.string(),
    count: z.int(),
    era: z.enum(ERAS),
    serverVersion: z.string().nullable(),
    firstSeenAt: isoTime,
    lastSeenAt: isoTime,
  })
  .meta({ id: 'ToolVersion' });
export type ToolVersion = z.infer<typeof toolVersion>;
