import { type Context, recordPhase } from './context.ts';
import type { Conversation } from './conversation.ts';
import { ProbeFailure } from './failure.ts';
import { createHttpChannel } from './http-channel.ts';
import { talkLegacy } from './legacy.ts';
import { type Discovery, discover, supportedVersions, talkModern } from './modern.ts';
import { type Facts, isModernVersion, NEWEST_MODERN } from './protocol.ts';
import { openSseChannel } from './sse-channel.ts';
import type { Wire } from './wire.ts';

export type Talk = { ctx: Context; wire: Wire; facts: Facts; from: number };

/** Speaks to the target along the path that is known, or finds the path. Throws ProbeFailure. */
export async function converse(talk: Talk): Promise<Conversation> {
  const { transport, known } = talk.ctx.target;
  if (transport === 'sse') return overSse(talk);
  if (known === null || (transport === 'streamable-http' && known.transport === 'sse')) return detect(talk);
  try {
    if (known.transport === 'sse') return await overSse(talk);
    if (known.era === 'legacy') return await overHttp(talk);
    const version = isModernVersion(known.version) ? known.version : NEWEST_MODERN;
    return await talkModern(talk.ctx, talk.wire, await discover(talk.ctx, talk.wire, version), talk.facts, talk.from);
  } catch (error) {
    const timeLeft = !talk.ctx.signal.aborted;
    if (timeLeft && talk.facts.protocol === null && isEraEvidence(error)) return detect(talk);
    throw error;
  }
}

/** First contact: modern, then legacy, then HTTP+SSE. No answer to `tools/list` alone is ever taken as proof of an era. */
async function detect(talk: Talk): Promise<Conversation> {
  const { ctx, wire, facts, from } = talk;
  const found = await discoverCommon(talk);
  if ('version' in found) return talkModern(ctx, wire, found, facts, from);
  try {
    return await overHttp(talk);
  } catch (error) {
    if (!(error instanceof ProbeFailure) || facts.protocol !== null || ctx.signal.aborted) throw error;
    const modern = supportedVersions(error)?.modern ?? null;
    if (modern !== null) return talkModern(ctx, wire, await discover(ctx, wire, modern), facts, from);
    // A fault of the modern path says more than a legacy handshake that was never going to work.
    const telling = ['mcp.discover_invalid', 'mcp.header_mismatch', 'mcp.unsupported_version'];
    if (telling.includes(found.failure.failureClass) && isEraEvidence(error)) throw found.failure;
    if (ctx.target.transport === 'auto' && maySpeakSse(error)) return trySse(talk, error);
    throw error;
  }
}

/** A refused version names those that are supported: a modern one among them is tried once, before anything legacy. */
async function discoverCommon(talk: Talk): Promise<Discovery | { failure: ProbeFailure }> {
  const found = await tryDiscover(talk, NEWEST_MODERN);
  const modern = 'failure' in found ? supportedVersions(found.failure)?.modern : undefined;
  return modern ? tryDiscover(talk, modern) : found;
}

async function tryDiscover({ ctx, wire }: Talk, version: string): Promise<Discovery | { failure: ProbeFailure }> {
  try {
    return await discover(ctx, wire, version, ctx.limits.detectMs);
  } catch (error) {
    if (!(error instanceof ProbeFailure) || ctx.signal.aborted) throw error;
    // Seen twice, a reset may be all that a server, or what stands before it, has to say to an unknown method.
    const resetAgain = ctx.again && error.failureClass === 'tcp.reset';
    if (isFinal(error) && !resetAgain) throw error;
    // "Not modern" is an answer, too.
    const phase = ctx.phases.find((p) => p.name === 'discover');
    const ok = error.facts.status !== undefined || error.facts.rpcCode !== undefined;
    if (phase !== undefined && phase.ok !== ok) recordPhase(ctx, { ...phase, ok });
    return { failure: error };
  }
}

async function overHttp({ ctx, wire, facts, from }: Talk): Promise<Conversation> {
  const channel = createHttpChannel(ctx, wire);
  try {
    return await talkLegacy(ctx, channel, facts, from);
  } finally {
    await channel.close();
  }
}

async function overSse({ ctx, wire, facts, from }: Talk): Promise<Conversation> {
  const channel = await openSseChannel(ctx, wire);
  try {
    return await talkLegacy(ctx, channel, facts, from);
  } finally {
    await channel.close();
  }
}

/** The old transport as the last guess: what the POST said stays the finding unless the stream greets us as MCP. */
async function trySse(talk: Talk, posted: ProbeFailure): Promise<Conversation> {
  const exchange = talk.ctx.exchange;
  try {
    return await overSse(talk);
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error;
    const greeted = talk.ctx.phases.some((p) => p.name === 'stream' && p.ok);
    if (greeted || error.failureClass === 'mcp.sse_foreign_endpoint' || error.failureClass === 'observer.cancelled')
      throw error;
    const own = posted.facts.status === 400 && posted.facts.rpcCode === undefined;
    talk.ctx.exchange = exchange;
    throw own ? posted.as('mcp.not_mcp') : posted;
  }
}

const statusOf = (error: ProbeFailure): number => error.facts.status ?? 0;

/** 400, 404 or 405 without a JSON-RPC body or another meaning: what an HTTP+SSE server says to a POST. */
const maySpeakSse = (error: ProbeFailure): boolean =>
  [400, 404, 405].includes(statusOf(error)) &&
  error.facts.rpcCode === undefined &&
  /^http\.(client_error|not_found|method_not_allowed)$/.test(error.failureClass);

/** Failures that say nothing about the era: there is no point in asking in another way. */
function isFinal({ failureClass, facts }: ProbeFailure): boolean {
  if (facts.status === 401 || facts.status === 403) return true;
  return /^(dns|tcp|tls|target|observer)\.|^http\.(not_http|redirect|host_rejected|challenged)$/.test(failureClass);
}

/** Whether a failed cached path may mean that the server now speaks otherwise. */
function isEraEvidence(error: unknown): boolean {
  if (!(error instanceof ProbeFailure) || isFinal(error)) return false;
  const status = statusOf(error);
  if (status === 429 || status >= 500) return false;
  return (
    (status >= 400 && status < 500) ||
    error.facts.rpcCode !== undefined ||
    /^mcp\.(discover_invalid|unsupported_version|not_mcp|sse_no_endpoint)|^http\.(content_type|empty_body)/.test(
      error.failureClass,
    )
  );
}
