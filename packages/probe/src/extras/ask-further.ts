import type { Context } from '../context.ts';
import type { Conversation } from '../conversation.ts';
import { ProbeFailure } from '../failure.ts';
import type { CallResult, JsonObject } from '../json-rpc.ts';
import { type Called, callTool } from './call-tool.ts';
import { readLists } from './read-lists.ts';

/** One more request of a conversation, in its dialect. Headers are for the eras that have any. Throws ProbeFailure. */
export type Ask = (method: string, params: JsonObject, headers?: Record<string, string>) => Promise<CallResult>;

const NOT_CALLED: Called = { call: null, warnings: [] };
const NO_TIME = 'No time was left to ask.';

/**
 * What the owner wants beyond the tools, asked in the same conversation and in the time that is left. Nothing of it costs
 * the tool list: a failure is a warning, ahead of those about the tools, since it says more of the server's work.
 */
export async function askFurther(ctx: Context, spoken: Conversation, ask: Ask): Promise<Conversation> {
  const { lists = [], call } = ctx.target.expectations;
  if (lists.length === 0 && call === undefined) return spoken;
  const inTime: Ask = (...question) => {
    if (ctx.signal.reason === 'deadline') throw new ProbeFailure('http.timeout_headers', { detail: NO_TIME });
    return ask(...question);
  };
  const read = await readLists(ctx, lists, spoken, inTime);
  const starved = ctx.signal.aborted;
  const called = call === undefined ? NOT_CALLED : await callTool(ctx, call, spoken.tools, inTime);
  // The call says more, unless the lists left it no time.
  const further = starved ? [...read.warnings, ...called.warnings] : [...called.warnings, ...read.warnings];
  return { ...spoken, lists: read.lists, call: called.call, warnings: [...further, ...spoken.warnings] };
}
