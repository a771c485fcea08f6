import { type Context, timed } from './context.ts';
import { type Conversation, loopWarning, readInstructions, readServerInfo, withoutExtras } from './conversation.ts';
import { askFurther } from './extras/ask-further.ts';
import { answeredIn } from './extras/truth/answered-in.ts';
import { ProbeFailure } from './failure.ts';
import { inspectCacheHints, inspectTools } from './inspect-tools.ts';
import { type CallResult, isObject, type JsonObject } from './json-rpc.ts';
import { listTools } from './list-tools.ts';
import { call } from './post.ts';
import {
  type Facts,
  isLegacyVersion,
  isModernVersion,
  METHOD_NOT_FOUND,
  modernParams,
  newestLegacy,
  SERVER_INFO_META,
  UNSUPPORTED_VERSION,
} from './protocol.ts';
import type { Wire } from './wire.ts';

const ask = (
  ctx: Context,
  wire: Wire,
  version: string,
  what: { id: number; method: string; params?: JsonObject; headers?: Record<string, string>; limitMs?: number },
): Promise<CallResult> =>
  call(ctx, wire, {
    id: what.id,
    method: what.method,
    params: modernParams(version, ctx.target.clientName, what.params),
    headers: { 'mcp-protocol-version': version, 'mcp-method': what.method, ...what.headers },
    limitMs: what.limitMs,
  });

export type Discovery = { version: string; result: JsonObject };

/** `server/discover` (MCP 2026-07-28). Throws ProbeFailure; `mcp.discover_invalid` when the result is none. */
export async function discover(ctx: Context, wire: Wire, version: string, limitMs?: number): Promise<Discovery> {
  const { result } = await timed(ctx, 'discover', () =>
    ask(ctx, wire, version, { id: 1, method: 'server/discover', limitMs }),
  );
  const { supportedVersions } = result;
  if (!isVersions(supportedVersions) || !isComplete(result)) throw new ProbeFailure('mcp.discover_invalid');
  const common = supportedVersions.includes(version) ? version : supportedVersions.find(isModernVersion);
  if (common === undefined)
    throw new ProbeFailure('mcp.unsupported_version', { rpcData: { supported: supportedVersions } });
  if (!isObject(result.capabilities)) throw new ProbeFailure('mcp.discover_invalid');
  return { version: common, result };
}

/** Versions a server named in a -32022 error; null when the failure is another. */
export function supportedVersions(failure: ProbeFailure): { modern: string | null; legacy: boolean } | null {
  const { rpcCode, rpcData } = failure.facts;
  if (rpcCode !== UNSUPPORTED_VERSION && failure.failureClass !== 'mcp.unsupported_version') return null;
  const list = isObject(rpcData) && isVersions(rpcData.supported) ? rpcData.supported : null;
  return list && { modern: list.find(isModernVersion) ?? null, legacy: list.some(isLegacyVersion) };
}

/** `tools/list` after a discovery. */
export async function talkModern(
  ctx: Context,
  wire: Wire,
  { version, result }: Discovery,
  facts: Facts,
  from: number,
): Promise<Conversation> {
  facts.protocol = { version, era: 'modern', transport: 'streamable-http' };
  facts.capabilities = isObject(result.capabilities) ? result.capabilities : null;
  facts.instructions = readInstructions(result.instructions);
  facts.serverInfo = readServerInfo(isObject(result._meta) ? result._meta[SERVER_INFO_META] : null);
  let id = 1;
  const page = async (cursor: string | null): Promise<CallResult> => {
    const answer = await ask(ctx, wire, version, {
      id: ++id,
      method: 'tools/list',
      params: cursor === null ? undefined : { cursor },
    });
    if (!isComplete(answer.result)) throw new ProbeFailure('mcp.result_type');
    return answer;
  };
  const list = await timed(ctx, 'tools', () => listTools(page, false)).catch((error: unknown) => {
    if (!(error instanceof ProbeFailure) || error.facts.rpcCode !== METHOD_NOT_FOUND) throw error;
    if (facts.capabilities !== null && 'tools' in facts.capabilities) throw error.as('mcp.tools_missing');
    return { tools: [], pages: [], loop: false, suspicious: false };
  });
  const latencyMs = performance.now() - from;
  const warnings = [...loopWarning(list), ...inspectTools(list.tools, 'modern', list.suspicious)];
  if (list.pages.length > 0) warnings.push(...inspectCacheHints(list.pages));
  const spoken = withoutExtras({
    ...facts,
    tools: list.tools,
    warnings,
    latencyMs,
    named: isVersions(result.supportedVersions) ? newestLegacy(result.supportedVersions) : null,
    answeredIn: answeredIn(list.pages[0], version),
  });
  return askFurther(ctx, spoken, (method, params, headers) =>
    ask(ctx, wire, version, { id: ++id, method, params, headers }),
  );
}

/** An absent `resultType` is read as complete; anything else but "complete" is no answer to a list. */
const isComplete = (result: JsonObject): boolean => result.resultType === undefined || result.resultType === 'complete';

const isVersions = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((v) => typeof v === 'string');
