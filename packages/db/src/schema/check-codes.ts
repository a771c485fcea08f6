import type { FailureClass, Phase, PhaseName, ProbeReason, Protocol } from '@alivemcp/contracts';
import { customType } from 'drizzle-orm/pg-core';

/** The forms in which a check is small on disk. What is written stays as it was written: a code is never given another meaning. */

const PHASE_CODES = {
  dns: 0,
  tcp: 1,
  tls: 2,
  auth: 3,
  stream: 4,
  discover: 5,
  initialize: 6,
  initialized: 7,
  tools: 8,
  lists: 9,
  call: 10,
  truth: 11,
  close: 12,
} as const satisfies Record<PhaseName, number>;
/** Names in the order of their codes, without a gap. */
export const PHASES_BY_CODE = Object.keys(PHASE_CODES) as PhaseName[];

/** A phase is `tenths of a ms × PHASE_STEP + code × 2 + ok`. */
export const PHASE_STEP = 64;
const MAX_TENTHS = Math.floor((2 ** 31 - 1) / PHASE_STEP) - 1;

export const encodePhases = (phases: readonly Phase[]): number[] =>
  phases.map(
    ({ name, ms, ok }) => Math.min(MAX_TENTHS, Math.round(ms * 10)) * PHASE_STEP + PHASE_CODES[name] * 2 + Number(ok),
  );

export const decodePhases = (codes: readonly number[]): Phase[] =>
  codes.map((code) => ({
    name: PHASES_BY_CODE[(code % PHASE_STEP) >> 1] as PhaseName,
    ms: Math.floor(code / PHASE_STEP) / 10,
    ok: code % 2 === 1,
  }));

/** The first letters: letters and words sort alike. */
export const REASON_LETTERS = {
  confirm: 'c',
  first: 'f',
  manual: 'm',
  scheduled: 's',
} as const satisfies Record<ProbeReason, string>;

export function decodeReason(letter: string): ProbeReason {
  for (const [reason, own] of Object.entries(REASON_LETTERS)) if (own === letter) return reason as ProbeReason;
  throw new Error(`no reason has the letter ${letter}`);
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The version, a date, as digits; × 4 + 2 when modern + 1 when over SSE. null for a version that is no date: MCP has none. */
export function encodeProtocol(protocol: Protocol | null): number | null {
  const digits = protocol?.version.match(DATE)?.slice(1).join('');
  if (!protocol || !digits) return null;
  return Number(digits) * 4 + (protocol.era === 'modern' ? 2 : 0) + (protocol.transport === 'sse' ? 1 : 0);
}

export function decodeProtocol(code: number | null): Protocol | null {
  if (code === null) return null;
  const digits = String(code >> 2);
  return {
    version: `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`,
    era: code & 2 ? 'modern' : 'legacy',
    transport: code & 1 ? 'sse' : 'streamable-http',
  };
}

export const reasonLetter = customType<{ data: ProbeReason; driverData: string }>({
  dataType: () => '"char"',
  toDriver: (reason) => REASON_LETTERS[reason],
  fromDriver: decodeReason,
});

/** null is written as nothing: a row in which no column is null is eight bytes shorter, and most probes do not fail. */
export const failureClass = customType<{ data: FailureClass | null; driverData: string }>({
  dataType: () => 'text',
  toDriver: (name) => name ?? '',
  fromDriver: (text) => (text === '' ? null : (text as FailureClass)),
});

export const phaseCodes = customType<{ data: Phase[]; driverData: string | number[] }>({
  dataType: () => 'integer[]',
  toDriver: (phases) => `{${encodePhases(phases).join()}}`,
  fromDriver: (codes) => decodePhases(codes as number[]),
});

export const protocolCode = customType<{ data: Protocol | null; driverData: number | null }>({
  dataType: () => 'integer',
  toDriver: encodeProtocol,
  fromDriver: decodeProtocol,
});

/** Bytes that everybody else writes as hexadecimal digits. */
export const hex = customType<{ data: string; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (digits) => Buffer.from(digits, 'hex'),
  fromDriver: (bytes) => bytes.toString('hex'),
});
