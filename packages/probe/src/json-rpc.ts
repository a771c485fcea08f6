import { cleanLine } from '@alivemcp/contracts';
import { parseAnswer } from './answers.ts';
import { memoryOf } from './auth/memory.ts';
import { parseBoundedJson } from './bounded-json.ts';
import type { Context } from './context.ts';
import { ProbeFailure } from './failure.ts';

export type JsonObject = Record<string, unknown>;
export type RpcError = { code: number; message: string; data: unknown };
export type RpcReply = { kind: 'result'; result: JsonObject; text: string } | { kind: 'error'; error: RpcError };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const request = (id: number, method: string, params: unknown): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method, params });

export const notification = (method: string): string => JSON.stringify({ jsonrpc: '2.0', method });

/** Parses the text of a JSON reply to request `id`, or throws what is wrong with it. */
export function parseReply(
  ctx: Context,
  id: number,
  text: string,
  badJson: 'mcp.bad_json' | 'mcp.sse_bad_json' = 'mcp.bad_json',
): unknown {
  const read = parseAnswer(memoryOf(ctx.guard).answers, `${id} ${ctx.url.href}`, text);
  if (read.ok) return read.value;
  throw new ProbeFailure(read.why === 'syntax' ? badJson : 'limit.depth');
}

/** Requests and notifications of the server to us: to be skipped while waiting for a reply. */
export const isServerMessage = (value: unknown): boolean => isObject(value) && typeof value.method === 'string';

/** The reply to request `id`, or throws `mcp.batch`, `mcp.bad_jsonrpc`, `mcp.wrong_id`, `mcp.not_mcp`. */
export function readRpc(value: unknown, id: number, text: string, allowBatch = false): RpcReply {
  if (Array.isArray(value)) {
    const mine: unknown = allowBatch ? value.find((m: unknown) => isObject(m) && m.id === id) : undefined;
    if (mine === undefined) throw new ProbeFailure('mcp.batch');
    return readRpc(mine, id, text);
  }
  if (!isObject(value)) throw new ProbeFailure('mcp.bad_jsonrpc');
  const { result, error } = value;
  if (value.jsonrpc !== '2.0') {
    const foreign = !('jsonrpc' in value) && result === undefined && error === undefined && value.id === undefined;
    throw new ProbeFailure(foreign ? 'mcp.not_mcp' : 'mcp.bad_jsonrpc');
  }
  if ((result === undefined) === (error === undefined)) throw new ProbeFailure('mcp.bad_jsonrpc');
  if (error !== undefined) {
    if (!isObject(error) || typeof error.code !== 'number') throw new ProbeFailure('mcp.bad_jsonrpc');
    // An error about a request that could not be read has a null id, or none.
    if (value.id !== id && value.id !== null && value.id !== undefined) throw new ProbeFailure('mcp.wrong_id');
    const message = typeof error.message === 'string' ? cleanLine(error.message) : '';
    return { kind: 'error', error: { code: error.code, message, data: error.data } };
  }
  if (value.id === null || value.id === undefined) throw new ProbeFailure('mcp.bad_jsonrpc');
  if (value.id !== id) throw new ProbeFailure('mcp.wrong_id');
  if (!isObject(result)) throw new ProbeFailure('mcp.bad_jsonrpc');
  return { kind: 'result', result, text };
}

/** A JSON-RPC error in the body of a failed HTTP answer; null when it is something else. */
export function sniffRpcError(text: string): RpcError | null {
  if (!text.trimStart().startsWith('{')) return null;
  const read = parseBoundedJson(text);
  if (!read.ok || !isObject(read.value) || !isObject(read.value.error)) return null;
  const { code, message, data } = read.value.error;
  if (typeof code !== 'number') return null;
  return { code, message: typeof message === 'string' ? cleanLine(message) : '', data };
}
