import type { FailureClass } from '@alivemcp/contracts';
import { readBytes, readErrorText } from './body.ts';
import { classifyStatus, describeStatus, isChallenge, retryAfterMs, saysUnauthorized } from './classify-status.ts';
import type { Context } from './context.ts';
import { ProbeFailure } from './failure.ts';
import { type CallResult, parseReply, type RpcReply, readRpc, request, sniffRpcError } from './json-rpc.ts';
import { HEADER_MISMATCH, UNSUPPORTED_VERSION } from './protocol.ts';
import { isBlank } from './raw.ts';
import { createSseReader } from './sse-reader.ts';
import type { Reply, Wire } from './wire.ts';

export type Call = {
  id: number;
  method: string;
  params: object;
  headers?: Record<string, string>;
  /** A shorter limit than the attempt's own, for a question that may go unanswered. */
  limitMs?: number;
  inSession?: boolean;
  allowBatch?: boolean;
  /** Hears the headers of the answer, whatever becomes of its body. */
  onHeaders?: (headers: Record<string, string>) => void;
};

/** Headers of every POST: both media types spelled out, never an `Origin` (MCP Streamable HTTP). */
export const postHeaders = (ctx: Context, more: Record<string, string> = {}): Record<string, string> => ({
  accept: 'application/json, text/event-stream',
  'accept-encoding': 'gzip, identity',
  'content-type': 'application/json',
  'user-agent': ctx.userAgent,
  ...ctx.authHeaders,
  ...more,
});

/** One JSON-RPC request over Streamable HTTP, answered as JSON or SSE. Throws ProbeFailure. */
export async function call(ctx: Context, wire: Wire, what: Call): Promise<CallResult> {
  const reply = await wire.send({
    method: 'POST',
    url: ctx.url,
    headers: postHeaders(ctx, what.headers),
    body: request(what.id, what.method, what.params),
    headersMs: what.limitMs,
    signal: what.limitMs === undefined ? undefined : AbortSignal.timeout(Math.ceil(what.limitMs * 1.4)),
  });
  what.onHeaders?.(reply.headers);
  if (reply.status < 200 || reply.status > 299) throw await refusedStatus(ctx, reply, what.inSession === true);
  return expectResult(await readRpcReply(ctx, wire, reply, what), reply.status);
}

async function readRpcReply(ctx: Context, wire: Wire, reply: Reply, { id, allowBatch }: Call): Promise<RpcReply> {
  if (reply.type === 'text/event-stream') {
    const reader = createSseReader(ctx, reply);
    const rpc = readRpc(await reader.reply(id), id, allowBatch);
    wire.after(reader.settle());
    return rpc;
  }
  if (reply.status === 204 || reply.headers['content-length'] === '0') {
    await readErrorText(ctx, reply);
    throw new ProbeFailure('http.empty_body', { status: reply.status });
  }
  const isJson = reply.type === 'application/json' || reply.type.endsWith('+json');
  const raw = isJson ? await readBytes(ctx, reply) : await readErrorText(ctx, reply);
  if (isBlank(raw)) throw new ProbeFailure('http.empty_body', { status: reply.status });
  if (typeof raw !== 'string') return readRpc(parseReply(ctx, id, raw), id, allowBatch);
  const encoding = reply.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity' && encoding !== 'gzip') throw new ProbeFailure('http.encoding');
  throw new ProbeFailure(isChallenge(reply.headers, raw) ? 'http.challenged' : 'http.content_type', {
    status: reply.status,
    detail: reply.type === '' ? 'The reply has no Content-Type.' : undefined,
  });
}

/** The failure behind an answer that is not 2xx. */
export async function refusedStatus(
  ctx: Context,
  reply: Reply,
  inSession: boolean,
  otherwise?: FailureClass,
): Promise<ProbeFailure> {
  const text = await readErrorText(ctx, reply);
  const rpc = sniffRpcError(text);
  const facts = { status: reply.status, headers: reply.headers, text, rpc, inSession };
  let failureClass = classifyStatus(facts);
  const general =
    /^(http\.(client_error|server_error|not_found|method|not_acc|unsup|unavail)|mcp\.(error|session_limit))/;
  if (otherwise !== undefined && general.test(failureClass)) failureClass = otherwise;
  return new ProbeFailure(failureClass, {
    status: reply.status,
    rpcCode: rpc?.code,
    rpcData: rpc?.data,
    headers: reply.headers,
    detail: describeStatus(failureClass, facts),
    retryAfterMs: retryAfterMs(reply.headers['retry-after'], Date.now()) ?? undefined,
  });
}

/** The result, or throws the class of a JSON-RPC error that came with HTTP 2xx. */
export function expectResult(rpc: RpcReply, status: number): CallResult {
  if (rpc.kind === 'result') return rpc;
  const { code, message, data } = rpc.error;
  const facts = { status, rpcCode: code, rpcData: data };
  if (code === HEADER_MISMATCH) throw new ProbeFailure('mcp.header_mismatch', facts);
  if (code === UNSUPPORTED_VERSION) throw new ProbeFailure('mcp.unsupported_version', facts);
  if (saysUnauthorized(message)) throw new ProbeFailure('auth.jsonrpc_unauthorized', facts);
  throw new ProbeFailure('mcp.error_response', {
    ...facts,
    detail: `The server answered with JSON-RPC error ${code}: ${message || 'no message'}.`,
  });
}
