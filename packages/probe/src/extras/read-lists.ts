import type { ProbeResult, ProbeWarning, SurfaceList } from '@alivemcp/contracts';
import { type Context, recordPhase, timed } from '../context.ts';
import type { Conversation } from '../conversation.ts';
import { ProbeFailure } from '../failure.ts';
import { listTools, type ToolPages } from '../list-tools.ts';
import { METHOD_NOT_FOUND } from '../protocol.ts';
import type { Ask } from './ask-further.ts';
import { reasonOf } from './reason-of.ts';

const LISTS: Record<SurfaceList, { method: string; capability: string }> = {
  prompts: { method: 'prompts/list', capability: 'prompts' },
  resources: { method: 'resources/list', capability: 'resources' },
  // Part of `resources`: whoever has none of them may not know the method.
  resourceTemplates: { method: 'resources/templates/list', capability: 'resources' },
};

/** The lists that are wanted and declared, whole, as raw entries. A list that cannot be read is a warning. */
export async function readLists(
  ctx: Context,
  wanted: readonly SurfaceList[],
  { capabilities, protocol }: Pick<Conversation, 'capabilities' | 'protocol'>,
  ask: Ask,
): Promise<{ lists: ProbeResult['lists']; warnings: ProbeWarning[] }> {
  const lists: ProbeResult['lists'] = {};
  const warnings: ProbeWarning[] = [];
  for (const list of new Set(wanted)) {
    const { method, capability } = LISTS[list];
    if (capabilities === null || !Object.hasOwn(capabilities, capability)) continue;
    try {
      const { tools: entries, loop } = await timed(ctx, 'lists', () => readList(list, ask, protocol?.era !== 'modern'));
      lists[list] = entries;
      if (loop) warnings.push({ class: 'mcp.pagination_loop', summary: `${method} gives the same cursor again.` });
    } catch (error) {
      warnings.push({ class: 'mcp.list_failed', summary: `${method} cannot be read: ${reasonOf(ctx, error)}` });
    }
  }
  const phase = ctx.phases.find(({ name }) => name === 'lists');
  // A list that was read after it must not hide one that was not.
  if (phase?.ok && warnings.some((warning) => warning.class === 'mcp.list_failed'))
    recordPhase(ctx, { ...phase, ok: false });
  return { lists, warnings };
}

/** All pages, under the limits of the tools. */
async function readList(list: SurfaceList, ask: Ask, emptyCursorEnds: boolean): Promise<ToolPages> {
  const { method } = LISTS[list];
  const fetchPage = async (cursor: string | null) => {
    const answer = await ask(method, cursor === null ? {} : { cursor });
    const { [list]: tools, ...rest } = answer.result;
    if (rest.resultType !== undefined && rest.resultType !== 'complete') throw new ProbeFailure('mcp.result_type');
    return { ...answer, result: { ...rest, tools } };
  };
  try {
    return await listTools(fetchPage, emptyCursorEnds);
  } catch (error) {
    const unknown = error instanceof ProbeFailure && error.facts.rpcCode === METHOD_NOT_FOUND;
    if (list !== 'resourceTemplates' || !unknown) throw error;
    return { tools: [], pages: [], loop: false, suspicious: false };
  }
}
