import { cleanLine } from '@alivemcp/contracts';
import { readAnswer } from './answers.ts';
import { memoryOf } from './auth/memory.ts';
import { parseBoundedJson } from './bounded-json.ts';
import type { Context } from './context.ts';
import { ProbeFailure } from './failure.ts';
import type { Raw } from './raw.ts';

export type JsonObject = Record<string, unknown>;
export type RpcError = { code: number; message: string; data: unknown };
/** `suspicious` as in `Answer`. */
export type CallResult = { result: JsonObject; suspicious: boolean };
export type RpcReply = ({ kind: 'result' } & CallResult) | { kind: 'error'; error: RpcError };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const request = (id: number, method: string, params: object): string =>
  `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)},"params":${paramsText(params)}}`;

/** Text of params that are frozen: they go to every server alike. */
const texts = new WeakMap<object, string>();

function paramsText(params: object): string {
  const known = texts.get(params);
  if (known !== undefined) return known;
  const text = JSON.stringify(params);
  if (Object.isFrozen(params)) texts.set(params, text);
  return text;
}

export const notification = (method: string): string => JSON.stringify({ jsonrpc: '2.0', method });

/** A JSON reply that could be parsed; `suspicious` as in `Answer`. */
export type Parsed = { value: unknown; suspicious: boolean };

/** Parses a JSON reply to request `id`, or throws what is wrong with it. */
export function parseReply(
  ctx: Context,
  id: number,
  raw: Raw,
  badJson: 'mcp.bad_json' | 'mcp.sse_bad_json' = 'mcp.bad_json',
): Parsed {
  const { reading, suspicious } = readAnswer(memoryOf(ctx.guard).answers, `${id} ${ctx.url.href}`, raw);
  if (reading.ok) return { value: reading.value, suspicious };
  if (reading.why === 'encoding') throw new ProbeFailure(badJson, { detail: 'The reply is not valid UTF-8.' });
  throw new ProbeFailure(reading.why === 'syntax' ? badJson : 'limit.depth');
}

/** Requests and notifications of the server to us: to be skipped while waiting for a reply. */
export const isServerMessage = (value: unknown): boolean => isObject(value) && typeof value.method === 'string';

/** The reply to request `id`, or throws `mcp.batch`, `mcp.bad_jsonrpc`, `mcp.wrong_id`, `mcp.not_mcp`. */
export function readRpc({ value, suspicious }: Parsed, id: number, allowBatch = false): RpcReply {
  if (Array.isArray(value)) {
    const mine: unknown = allowBatch ? value.find((m: unknown) => isObject(m) && m.id === id) : undefined;
    if (mine === undefined) throw new ProbeFailure('mcp.batch');
    return readRpc({ value: mine, suspicious }, id);
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
  return { kind: 'result', result, suspicious };
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
