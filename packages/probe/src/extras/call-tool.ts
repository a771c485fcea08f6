import type { ProbeResult, ProbeWarning, ToolCall } from '@alivemcp/contracts';
import { type Context, round, timed } from '../context.ts';
import { ProbeFailure } from '../failure.ts';
import type { JsonObject } from '../json-rpc.ts';
import type { Ask } from './ask-further.ts';
import { chooseTool } from './choose-tool.ts';
import { judgeAnswer } from './judge-answer.ts';
import { paramHeaders } from './param-headers.ts';
import { reasonOf, shown } from './reason-of.ts';

export type Called = { call: ProbeResult['call']; warnings: ProbeWarning[] };

const NAME_CHARS = 60;
/** Faults that are named in the warning; all of them stand in `call`. */
const FAULTS_NAMED = 3;

/** Calls the tool as its owner wants, if it changes nothing, and holds the answer against what is expected. */
export async function callTool(ctx: Context, wanted: ToolCall, tools: readonly unknown[], ask: Ask): Promise<Called> {
  const name = shown(ctx, wanted.tool, NAME_CHARS);
  const chosen = chooseTool(wanted.tool, tools);
  if ('refusal' in chosen)
    return {
      call: null,
      warnings: [{ class: 'mcp.call_refused', summary: `The tool ${name} was not called: it ${chosen.refusal}.` }],
    };
  const from = performance.now();
  const connectBefore = ctx.connectMs;
  const took = () => round(Math.max(0, performance.now() - from - (ctx.connectMs - connectBefore)));
  let result: JsonObject;
  try {
    const params = { name: wanted.tool, arguments: wanted.arguments };
    result = await timed(ctx, 'call', () =>
      ask('tools/call', params, paramHeaders(chosen.tool, wanted)).then(expectAnswer),
    );
  } catch (error) {
    const reason = reasonOf(ctx, error);
    return {
      call: { tool: name, ms: took(), faults: [reason] },
      warnings: [{ class: 'mcp.call_failed', summary: `The call of ${name} failed: ${reason}` }],
    };
  }
  const ms = took();
  const faults = judgeAnswer(wanted, chosen.tool, result, ms).map((fault) => shown(ctx, fault));
  return { call: { tool: name, ms, faults }, warnings: faults.length === 0 ? [] : [unexpected(name, faults)] };
}

/** The result of a call that did its work, or throws why it is none. */
function expectAnswer({ result }: { result: JsonObject }): JsonObject {
  const failed = (detail: string) => new ProbeFailure('mcp.error_response', { detail });
  if (result.resultType === 'input_required')
    throw failed('The tool asks for more input before it answers (input_required), which a check cannot give.');
  if (result.resultType !== undefined && result.resultType !== 'complete') throw new ProbeFailure('mcp.result_type');
  if (result.isError === true) throw failed(`The tool says: ${firstText(result.content)}`);
  if (!Array.isArray(result.content) && result.structuredContent === undefined)
    throw failed('The answer holds neither content nor structuredContent.');
  return result;
}

function firstText(content: unknown): string {
  const parts = Array.isArray(content) ? (content as ({ text?: unknown } | null)[]) : [];
  const texts = parts.map((part) => part?.text);
  return texts.find((text): text is string => typeof text === 'string' && text !== '') ?? 'isError, and nothing more.';
}

function unexpected(name: string, faults: readonly string[]): ProbeWarning {
  const more = faults.length - FAULTS_NAMED;
  const named = faults.slice(0, FAULTS_NAMED).join('; ');
  return {
    class: 'mcp.call_unexpected',
    summary: `The answer of ${name} is not as expected: ${named}${more > 0 ? `; and ${more} more` : ''}.`,
  };
}
