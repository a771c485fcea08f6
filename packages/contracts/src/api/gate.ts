import { z } from 'zod';
import { FAILURE_CLASS_NAMES } from '../failure-classes.ts';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { OUTCOMES, POSTURES } from '../words.ts';

/** Good rounds in a row that open a gate. */
export const GATE_ROUNDS = 2;
export const MAX_WAITING_GATES = 3;
const MIN_TIMEOUT_MS = 5_000;
const MAX_TIMEOUT_MS = 30 * 60_000;

const GATE_STATES = ['waiting', 'passed', 'failed'] as const;
export type GateState = (typeof GATE_STATES)[number];

/** Why a gate is shut, the most important first. `alivemcp gate` says the same words. */
export const GATE_REASONS = [
  'not_observed',
  'not_up',
  'credentials_needed',
  'wrong_version',
  'tools_changed',
  'not_confirmed',
] as const;
export type GateReason = (typeof GATE_REASONS)[number];

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'not the hash of a tool list: 64 lower-case hex digits')
  .meta({ description: 'Of the tool list, as `alivemcp snapshot` writes it and a server has it in `tools.hash`' });
const version = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .meta({ description: '`serverInfo.version`; a leading v does not count', example: '1.4.0' });

/** Body of `POST /api/v1/gates`. */
export const createGateBody = z
  .strictObject({
    serverId: idSchema('server'),
    timeoutMs: z.int().min(MIN_TIMEOUT_MS).max(MAX_TIMEOUT_MS),
    expectHash: hash.optional(),
    expectVersion: version.optional(),
  })
  .meta({ id: 'CreateGate' });
export type CreateGateBody = z.infer<typeof createGateBody>;

const unmet = z.object({
  reason: z.enum(GATE_REASONS),
  regions: z.array(z.string()),
  sentence: z.string(),
});
export type GateUnmet = z.infer<typeof unmet>;

const region = z.object({
  region: z.string(),
  checkedAt: isoTime,
  outcome: z.enum(OUTCOMES),
  posture: z.enum(POSTURES),
  class: z.enum(FAILURE_CLASS_NAMES).nullable(),
  summary: z.string(),
  version: z.string().nullable(),
  toolsHash: z.string().nullable(),
});
export type GateRegion = z.infer<typeof region>;

export const gate = z
  .object({
    id: idSchema('gate'),
    serverId: idSchema('server'),
    state: z.enum(GATE_STATES),
    summary: z.string(),
    timeoutMs: z.int(),
    expectHash: z.string().nullable(),
    expectVersion: z.string().nullable(),
    createdAt: isoTime,
    deadlineAt: isoTime,
    endedAt: isoTime.nullable(),
    rounds: z.int().meta({ description: 'Rounds of probes that were asked for' }),
    goodRounds: z.int().meta({ description: `Good ones in a row; ${GATE_ROUNDS} open the gate` }),
    regions: z.array(region).meta({ description: 'The newest that each region saw for this gate' }),
    unmet: z.array(unmet).meta({ description: 'What did not hold in the last whole round; empty when passed' }),
  })
  .meta({ id: 'Gate' });
export type Gate = z.infer<typeof gate>;

export const listGatesFilter = z.object({ serverId: idSchema('server').optional() });
export type ListGatesFilter = z.infer<typeof listGatesFilter>;
