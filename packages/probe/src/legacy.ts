import type { Channel } from './channel.ts';
import { type Context, timed } from './context.ts';
import { type Conversation, loopWarning, readInstructions, readServerInfo, withoutExtras } from './conversation.ts';
import { askFurther } from './extras/ask-further.ts';
import { ProbeFailure } from './failure.ts';
import { inspectTools } from './inspect-tools.ts';
import { isObject, type JsonObject } from './json-rpc.ts';
import { listTools, type ToolPages } from './list-tools.ts';
import {
  type Facts,
  initializeParams,
  isLegacyVersion,
  METHOD_NOT_FOUND,
  NEWEST_LEGACY,
  NO_PARAMS,
} from './protocol.ts';

/**
 * A legacy conversation: initialize, initialized, tools/list. Facts are written into `facts` as they are learned, so that
 * a later failure still shows them. Throws ProbeFailure.
 */
export async function talkLegacy(ctx: Context, channel: Channel, facts: Facts, from: number): Promise<Conversation> {
  const init = await timed(ctx, 'initialize', () =>
    channel.call('initialize', initializeParams(ctx.target.clientName)),
  );
  const version = readInitialize(init.result, channel, facts);
  channel.agree(version);
  await timed(ctx, 'initialized', () => channel.notify('notifications/initialized'));
  const declared = facts.capabilities !== null && 'tools' in facts.capabilities;
  const list = await timed(ctx, 'tools', () => fetchTools(channel, version, declared));
  const latencyMs = performance.now() - from;
  const warnings = [...loopWarning(list), ...inspectTools(list.tools, 'legacy', list.suspicious)];
  const named = version === NEWEST_LEGACY ? null : version;
  const spoken = withoutExtras({ ...facts, tools: list.tools, warnings, latencyMs, named, answeredIn: null });
  const allowBatch = version === '2025-03-26';
  return askFurther(ctx, spoken, (method, params) => channel.call(method, params, { allowBatch }));
}

function readInitialize(result: JsonObject, channel: Channel, facts: Facts): string {
  const { protocolVersion, capabilities, serverInfo } = result;
  facts.capabilities = isObject(capabilities) ? capabilities : null;
  facts.serverInfo = readServerInfo(serverInfo);
  facts.instructions = readInstructions(result.instructions);
  const missing = [
    typeof protocolVersion === 'string' ? null : 'protocolVersion',
    facts.capabilities === null ? 'capabilities' : null,
    facts.serverInfo === null ? 'serverInfo' : null,
    isObject(serverInfo) && typeof serverInfo.version !== 'string' ? 'serverInfo.version' : null,
  ].filter((name) => name !== null);
  if (missing.length > 0 || typeof protocolVersion !== 'string') {
    throw new ProbeFailure('mcp.initialize_incomplete', {
      detail: `The answer to initialize lacks ${missing.join(', ')}.`,
    });
  }
  if (!isLegacyVersion(protocolVersion)) throw new ProbeFailure('mcp.unsupported_version');
  facts.protocol = { version: protocolVersion, era: 'legacy', transport: channel.transport };
  return protocolVersion;
}

async function fetchTools(channel: Channel, version: string, declared: boolean): Promise<ToolPages> {
  const allowBatch = version === '2025-03-26';
  try {
    return await listTools(
      (cursor) => channel.call('tools/list', cursor === null ? NO_PARAMS : { cursor }, { allowBatch }),
      true,
    );
  } catch (error) {
    if (!(error instanceof ProbeFailure) || error.facts.rpcCode !== METHOD_NOT_FOUND) throw error;
    if (declared) throw error.as('mcp.tools_missing');
    // A server of resources or prompts only may say so.
    return { tools: [], pages: [], loop: false, suspicious: false };
  }
}
