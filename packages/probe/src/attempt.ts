import type { Phase, ProbeTarget, Transcript } from '@alivemcp/contracts';
import { type AuthVerdict, judgeAuth } from './auth/judge.ts';
import { presentCredential } from './auth/present.ts';
import { forgetToken } from './auth/token.ts';
import { type Context, round } from './context.ts';
import type { Conversation } from './conversation.ts';
import { converse } from './detect.ts';
import { Ending } from './ending.ts';
import { checkTruth } from './extras/truth/check-truth.ts';
import { ProbeFailure } from './failure.ts';
import { type TimeLimits, timeLimits } from './limits.ts';
import type { ProbeDeps } from './probe.ts';
import { type Facts, USER_AGENT, userAgentOf } from './protocol.ts';
import { secretsOfUrl } from './redact.ts';
import { buildTranscript } from './transcript.ts';
import { createWire } from './wire.ts';

/** One attempt on a fresh connection. */
export type Attempt = {
  startedAt: number;
  durationMs: number;
  phases: Phase[];
  facts: Facts;
  certificateValidTo: string | null;
  spoken: Conversation | null;
  failure: ProbeFailure | null;
  auth: AuthVerdict | null;
  transcript: Transcript | null;
  /** Literal values that must not be shown. */
  secrets: Iterable<string>;
};

/** Talks to the target once, for at most `budgetMs`. Never throws for what the server does. */
export async function attempt(
  target: ProbeTarget,
  url: URL,
  deps: ProbeDeps,
  budgetMs: number,
  again = false,
): Promise<Attempt> {
  const startedAt = Date.now();
  const from = performance.now();
  const limits = timeLimits(budgetMs);
  const end = deadline(budgetMs, limits, deps.signal);
  const ctx: Context = {
    target,
    url,
    guard: deps.guard,
    userAgent: target.clientName === null ? (deps.userAgent ?? USER_AGENT) : userAgentOf(target.clientName),
    authHeaders: {},
    secrets: new Set(secretsOfUrl(url)),
    limits,
    signal: end.flow.signal,
    socketSignal: end.sockets,
    again,
    from,
    phases: [],
    onPhase: deps.onPhase,
    connectMs: 0,
    peer: null,
    exchange: null,
  };
  const facts: Facts = { protocol: null, serverInfo: null, capabilities: null, instructions: null };
  const out: Attempt = {
    startedAt,
    durationMs: 0,
    phases: ctx.phases,
    facts,
    certificateValidTo: null,
    spoken: null,
    failure: null,
    auth: null,
    transcript: null,
    secrets: ctx.secrets,
  };
  try {
    out.spoken = await talk(ctx, facts, from);
  } catch (error) {
    // Anything else is our own bug and must be seen as one.
    if (!(error instanceof ProbeFailure)) throw error;
    out.failure = error;
    out.transcript = buildTranscript(ctx);
    out.auth = await judgeAuth(ctx, error, facts.protocol !== null);
  } finally {
    end.clear();
  }
  out.certificateValidTo = ctx.peer?.validTo ?? null;
  out.durationMs = round(performance.now() - from);
  return out;
}

async function talk(ctx: Context, facts: Facts, from: number): Promise<Conversation> {
  const { auth } = ctx.target;
  try {
    await presentCredential(ctx);
  } catch (error) {
    const noToken = error instanceof ProbeFailure && error.failureClass === 'auth.token_endpoint';
    if (!noToken || ctx.signal.aborted) throw error;
    // Without a token the server can still be seen alive, asking for one; if it is dead, that is the finding. No more
    // than that is asked.
    ctx.target = { ...ctx.target, expectations: {}, checkTruth: false };
    await over(ctx, facts, from).catch(keepIfDown);
    throw error;
  }
  try {
    return await over(ctx, facts, from);
  } catch (error) {
    const refused = error instanceof ProbeFailure && error.failureClass === 'auth.required';
    // A remembered token may have been revoked: a new one is tried once.
    if (!refused || ctx.signal.aborted || auth.type !== 'oauth_client_credentials' || !forgetToken(ctx, auth))
      throw error;
    await presentCredential(ctx);
    return over(ctx, facts, from);
  }
}

function keepIfDown(error: unknown): void {
  if (!(error instanceof ProbeFailure) || !error.failureClass.startsWith('auth.')) throw error;
}

async function over(ctx: Context, facts: Facts, from: number): Promise<Conversation> {
  const wire = createWire(ctx);
  try {
    const spoken = await converse({ ctx, wire, facts, from });
    return ctx.target.checkTruth ? { ...spoken, truth: await checkTruth(ctx, spoken) } : spoken;
  } finally {
    wire.end();
  }
}

/** Two ends: the conversation's, and a little later that of every socket. */
function deadline(budgetMs: number, limits: TimeLimits, cancelled?: AbortSignal) {
  const flow = new AbortController();
  const sockets = new Ending();
  const timer = setTimeout(() => flow.abort('deadline'), Math.max(1, budgetMs - limits.reserveMs));
  const cancel = (): void => flow.abort('cancelled');
  if (cancelled?.aborted) cancel();
  else cancelled?.addEventListener('abort', cancel, { once: true });
  return {
    flow,
    sockets,
    clear(): void {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', cancel);
      sockets.abort();
    },
  };
}
