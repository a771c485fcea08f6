import type { FailureClass } from './failure-classes.ts';
import type { Era, Outcome, PhaseName, Posture, SurfaceList, Transport, TransportChoice, TruthKind } from './words.ts';

/** The credential a probe presents, unsealed; it lives in memory only. */
export type ProbeAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'header'; name: string; value: string }
  | { type: 'oauth_client_credentials'; clientId: string; clientSecret: string; scope?: string; tokenUrl?: string };

export type Protocol = { version: string; era: Era; transport: Transport };

/** A tool that is called with every probe, and what its answer must be. A broken expectation is `mcp.call_unexpected`. */
export type ToolCall = {
  tool: string;
  arguments: Record<string, unknown>;
  /** Longest answer time, ms. */
  maxMs?: number;
  /** `structuredContent` must be valid against the tool's own `outputSchema`. */
  matchesOutputSchema?: boolean;
  /** Places in the result (`tools/call` of MCP), by RFC 6901 pointer, and what must stand there. */
  values?: { pointer: string; equals?: unknown; contains?: string }[];
};

/** What the owner expects of a server beyond being alive. */
export type Expectations = {
  /** An empty tool list is right for this server. */
  allowEmptyTools?: boolean;
  /** Names that must be listed; a missing one is `mcp.version_mismatch`. */
  tools?: string[];
  /** Exact `serverInfo.version`. */
  version?: string;
  /** Read, and held against the baseline, beside the tools; each only where the server declares it. */
  lists?: SurfaceList[];
  call?: ToolCall;
};

/** Where a server's words and its deeds differ: worth knowing, never a fault. */
export type TruthNote = { kind: TruthKind; summary: string };

export type ProbeTarget = {
  url: string;
  transport: TransportChoice;
  auth: ProbeAuth;
  /** What an earlier probe found, so that detection is skipped; null on first contact. */
  known: Protocol | null;
  /** Whether a non-empty tool list was seen before: an empty one is then a fault. */
  hadTools: boolean;
  expectations: Expectations;
  /** Name to introduce ourselves by instead of our own, to see whether other clients are shown another list; null for our own. */
  clientName: string | null;
  /** Whether to ask the further questions that give `truth`; they cost the server requests of their own. */
  checkTruth: boolean;
  timeoutMs: number;
};

export type Phase = { name: PhaseName; ms: number; ok: boolean };

export type Transcript = {
  request: { method: string; url: string; headers: Record<string, string>; body: string | null };
  /** null when nothing came back. Body: at most 4 KiB, cleaned and redacted. */
  response: { status: number; headers: Record<string, string>; body: string | null; truncated: boolean } | null;
};

export type ProbeWarning = {
  class: FailureClass;
  summary: string;
  /** Worth knowing, but within the standard: it does not make the server degraded. */
  harmless?: true;
};

/**
 * Facts of one probe. A value, never an exception. `class` is null exactly when the outcome is `up` and the posture `open`
 * or `credentialed`; `auth.*` classes accompany `up` with another posture.
 */
export type ProbeResult = {
  outcome: Outcome;
  posture: Posture;
  class: FailureClass | null;
  /** One plain sentence for people, already cleaned. */
  summary: string;
  firstAction: string | null;
  /** Wall clock, epoch ms, of the attempt that decided. */
  startedAt: number;
  /** Monotonic, ms, of the whole probe with its recheck. */
  durationMs: number;
  /** Monotonic, ms, from start to the tool list (the DELETE does not count); null when it was not reached. */
  latencyMs: number | null;
  phases: Phase[];
  protocol: Protocol | null;
  serverInfo: { name: string; version: string } | null;
  capabilities: Record<string, unknown> | null;
  instructions: string | null;
  /** Raw parsed tools of all pages, as sent; null when not reached. Not to be written to: equal answers share them. */
  tools: unknown[] | null;
  /** Raw entries of the other lists that were wanted, declared and read. */
  lists: Partial<Record<SurfaceList, unknown[]>>;
  /** The call that the owner asks for; null when there was none. `ms` monotonic. */
  call: { tool: string; ms: number; faults: string[] } | null;
  /** null when it was not asked for or not reached. */
  truth: TruthNote[] | null;
  warnings: ProbeWarning[];
  /** 1, or 2 after the quick recheck of a network-class failure. */
  attempts: number;
  /** The first of two attempts. */
  firstAttempt: { class: FailureClass; durationMs: number; phases: Phase[] } | null;
  transcript: Transcript | null;
  certificate: { validTo: string; daysLeft: number } | null;
  retryAfterMs: number | null;
};
