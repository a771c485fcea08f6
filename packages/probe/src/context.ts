import type { Phase, PhaseName, ProbeTarget } from '@alivemcp/contracts';
import type { ConnectPhase, Guard, PeerFacts, StopSignal } from '@alivemcp/net-guard';
import { ProbeFailure } from './failure.ts';
import type { TimeLimits } from './limits.ts';
import type { Raw } from './raw.ts';

/** One request and what came back, kept for the transcript. */
export type Exchange = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  response: { status: number; headers: Record<string, string>; body: Raw | null; truncated: boolean } | null;
};

/** What the steps of one attempt share. */
export type Context = {
  target: ProbeTarget;
  url: URL;
  guard: Guard;
  userAgent: string;
  /** Headers of the credential; empty for a stranger. */
  authHeaders: Record<string, string>;
  /** Literal values that must never be shown. */
  secrets: Set<string>;
  limits: TimeLimits;
  /** Ends the attempt: deadline or cancellation. */
  signal: AbortSignal;
  /** Ends every socket of the attempt, after the DELETE. */
  socketSignal: StopSignal;
  /** The second of two attempts. */
  again: boolean;
  /** Monotonic start of the attempt. */
  from: number;
  phases: Phase[];
  onPhase: ((phase: Phase) => void) | undefined;
  /** Time spent connecting, so that it is not counted in the step that waited for it. */
  connectMs: number;
  peer: PeerFacts | null;
  exchange: Exchange | null;
};

/** Keeps a phase and tells it; a name that comes again takes the place of the first. */
export function recordPhase(ctx: Context, phase: Phase): void {
  const known = ctx.phases.findIndex(({ name }) => name === phase.name);
  if (known === -1) ctx.phases.push(phase);
  else ctx.phases[known] = phase;
  try {
    ctx.onPhase?.(phase);
  } catch {
    // Who listens must not change what is seen.
  }
}

export function recordConnect(ctx: Context, phase: ConnectPhase): void {
  ctx.connectMs += phase.ms;
  if (phase.peer) ctx.peer ??= phase.peer;
  // A server that closes its connections makes us dial again: the first time is the one that is shown.
  if (!ctx.phases.some((p) => p.name === phase.name))
    recordPhase(ctx, { name: phase.name, ms: round(phase.ms), ok: phase.ok });
}

/** Runs a step of the probe as a named phase; repeated names (pages) add up. */
export async function timed<T>(ctx: Context, name: PhaseName, work: () => Promise<T>): Promise<T> {
  const from = performance.now() - ctx.connectMs;
  try {
    const value = await work();
    recordStep(ctx, name, from, true);
    return value;
  } catch (error) {
    if (!isConnectFailure(ctx, error)) recordStep(ctx, name, from, false);
    throw error;
  }
}

function recordStep(ctx: Context, name: PhaseName, from: number, ok: boolean): void {
  const ms = Math.max(0, performance.now() - ctx.connectMs - from);
  const before = ctx.phases.find((p) => p.name === name)?.ms ?? 0;
  recordPhase(ctx, { name, ms: round(before + ms), ok });
}

const isConnectFailure = (ctx: Context, error: unknown): boolean =>
  error instanceof ProbeFailure &&
  ctx.phases.some((p) => !p.ok && (p.name === 'dns' || p.name === 'tcp' || p.name === 'tls'));

/** Milliseconds with a tenth: finer is noise. */
export const round = (ms: number): number => Math.round(ms * 10) / 10;
