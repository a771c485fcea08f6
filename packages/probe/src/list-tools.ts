import { ProbeFailure } from './failure.ts';
import type { CallResult, JsonObject } from './json-rpc.ts';
import { LIMITS } from './limits.ts';
import { INVALID_PARAMS } from './protocol.ts';

export type ToolPages = {
  tools: unknown[];
  /** Results of the pages without their tools, for checks that concern the pages. */
  pages: JsonObject[];
  loop: boolean;
  /** Whether any page is, as in `Answer`. */
  suspicious: boolean;
};

type FetchPage = (cursor: string | null) => Promise<CallResult>;

/**
 * All pages of `tools/list`. A repeated cursor ends the list; an empty one ends it on legacy servers. A cursor that is no
 * longer good means that the list changed meanwhile: it is begun once more.
 */
export async function listTools(fetchPage: FetchPage, emptyCursorEnds: boolean): Promise<ToolPages> {
  let last: string | null = null;
  try {
    return await allPages((cursor) => {
      last = cursor;
      return fetchPage(cursor);
    }, emptyCursorEnds);
  } catch (error) {
    const stale = last !== null && error instanceof ProbeFailure && error.facts.rpcCode === INVALID_PARAMS;
    if (!stale) throw error;
    return allPages(fetchPage, emptyCursorEnds);
  }
}

async function allPages(fetchPage: FetchPage, emptyCursorEnds: boolean): Promise<ToolPages> {
  const out: ToolPages = { tools: [], pages: [], loop: false, suspicious: false };
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (let page = 0; ; page++) {
    if (page >= LIMITS.pages) throw new ProbeFailure('limit.tools');
    const { result, suspicious } = await fetchPage(cursor);
    const { tools, ...rest } = result;
    if (!Array.isArray(tools)) throw new ProbeFailure('mcp.tools_invalid');
    // A list of one page stays the array that was parsed: an answer seen before is known by it.
    out.tools = page === 0 ? (tools as unknown[]) : out.tools.concat(tools);
    out.pages.push(rest);
    out.suspicious ||= suspicious;
    if (out.tools.length > LIMITS.tools) throw new ProbeFailure('limit.tools');
    const next = result.nextCursor;
    if (typeof next !== 'string' || (next === '' && emptyCursorEnds)) return out;
    if (next.length > LIMITS.cursorChars) throw new ProbeFailure('limit.tools');
    if (seen.has(next)) return { ...out, loop: true };
    seen.add(next);
    cursor = next;
  }
}
