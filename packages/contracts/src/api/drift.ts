import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { CONTRACT_PARTS, DRIFT_CLASSES, ERAS, INCONSISTENCIES, TRUTH_KINDS, VERSION_VERDICTS } from '../words.ts';

export const driftChange = z.object({
  class: z.enum(DRIFT_CLASSES),
  kind: z.string().meta({ example: 'tool_removed' }),
  part: z.enum(CONTRACT_PARTS).optional().meta({ description: 'What the change is part of; absent for the tools' }),
  tool: z.string().nullable(),
  pointer: z
    .string()
    .meta({ description: 'RFC 6901, into the canonical tool list keyed by tool name, or into the part named' }),
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

/** A removed tool held against what was said of its end. */
export const toolRemoval = z.object({
  tool: z.string(),
  verdict: z.enum(['kept', 'too_soon', 'unannounced']),
  markedAt: isoTime.nullable().meta({ description: 'When it was first seen marked deprecated' }),
  afterDays: z.int().nullable(),
  promisedUntil: isoTime.nullable(),
});
export type ToolRemoval = z.infer<typeof toolRemoval>;

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
    risks: z.array(driftRisk).meta({ description: 'Cautions about what the change brought' }),
    removals: z.array(toolRemoval),
    tokens: z
      .object({ before: z.int(), after: z.int() })
      .nullable()
      .meta({ description: "What the tool list adds to an agent's context; see docs/token-cost.md" }),
    acceptedAt: isoTime.nullable(),
    acceptedBy: z
      .string()
      .nullable()
      .meta({ description: 'A person, a key, or `rule` where the server accepts this class' }),
    acceptedNote: z.string().nullable(),
  })
  .meta({ id: 'Drift' });
export type Drift = z.infer<typeof drift>;

/** Body of `POST …/drift/:driftId/accept`; all of it may be left out. */
export const acceptDriftBody = z
  .strictObject({ note: z.string().trim().max(2000).optional() })
  .meta({ id: 'AcceptDrift' });
export type AcceptDriftBody = z.infer<typeof acceptDriftBody>;

/** Several tool lists of one server at the same time. */
export const inconsistency = z.object({
  kind: z.enum(INCONSISTENCIES),
  since: isoTime,
  lists: z
    .array(
      z.object({
        hash: z.string(),
        count: z.int().nullable(),
        regions: z.array(z.string()).meta({ description: 'Where it was last seen' }),
        clientName: z.string().nullable().meta({ description: 'The client it is shown to; null for ours' }),
      }),
    )
    .meta({ description: 'The baseline first' }),
});
export type InconsistentTools = z.infer<typeof inconsistency>;

export const deprecatedTool = z.object({
  tool: z.string(),
  markedAt: isoTime.meta({ description: 'When it was first seen marked deprecated' }),
  since: z.string().nullable().meta({ description: 'Date or version, as the server says it: untrusted' }),
  promisedUntil: isoTime.meta({ description: 'Named by the server, or 90 days after the mark was first seen' }),
  removedAt: isoTime.nullable(),
  verdict: z.enum(['kept', 'too_soon']).nullable().meta({ description: 'null while it is listed' }),
});
export type DeprecatedTool = z.infer<typeof deprecatedTool>;

/** `GET …/:id/contract`: how a server keeps its promises. */
export const contractReport = z
  .object({
    openDrifts: z.int().meta({ description: 'Not accepted yet' }),
    versions: z.object({
      share: z
        .number()
        .min(0)
        .max(1)
        .nullable()
        .meta({ description: 'Of the changes that a version could be held against, the honest ones' }),
      judged: z.int(),
      counts: z.record(z.enum(VERSION_VERDICTS), z.int()),
    }),
    deprecated: z.array(deprecatedTool),
    inconsistencies: z.array(inconsistency),
    truth: z.array(z.object({ kind: z.enum(TRUTH_KINDS), summary: z.string() })),
    truthCheckedAt: isoTime.nullable(),
    surface: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'serverInfo, capabilities, instructions and the other lists, in canonical form: untrusted',
    }),
  })
  .meta({ id: 'ContractReport' });
export type ContractReport = z.infer<typeof contractReport>;

export const toolList = z
  .object({
    hash: z.string(),
    algorithm: z.string(),
    count: z.int(),
    tokens: z
      .int()
      .nullable()
      .meta({ description: "What the list adds to an agent's context; see docs/token-cost.md" }),
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
    tokens: z.int().nullable(),
    era: z.enum(ERAS),
    serverVersion: z.string().nullable(),
    firstSeenAt: isoTime,
    lastSeenAt: isoTime,
  })
  .meta({ id: 'ToolVersion' });
export type ToolVersion = z.infer<typeof toolVersion>;
