import type { ToolRemoval } from '@alivemcp/contracts';
import { type Db, endDeprecations, type LockedServer, listDeprecations, noteDeprecated } from '@alivemcp/db';
import { type CanonicalTool, judgeRemoval, promisedUntil, readDeprecation, toolName } from '@alivemcp/drift';
import { isoOrNull } from '../iso-time.ts';
import { loadSnapshot } from './load-snapshot.ts';

/** More removals of one change than these are not told one by one. */
const MAX_REMOVALS = 100;

/**
 * Keeps the days on which tools were first seen marked deprecated, as the list changes from `before` (null where there was none
 * to compare with; `isFirst`: none at all) to the present baseline. Returns the tools that are gone, held against what was said of their end.
 */
export async function trackDeprecations(
  tx: Db,
  { state }: LockedServer,
  { before, isFirst }: { before: string | null; isFirst: boolean },
  at: number,
): Promise<ToolRemoval[]> {
  const { workspaceId, serverId, toolsHash } = state;
  if (toolsHash === null || before === toolsHash) return [];
  const now = new Date(at);
  const toolsOf = async (hash: string) => byName((await loadSnapshot(tx, workspaceId, hash)).tools);
  const present = await toolsOf(toolsHash);
  const gone = before === null ? [] : [...(await toolsOf(before))].filter(([name]) => !present.has(name));
  const said = [...present].flatMap(([tool, entry]) => {
    const deprecation = readDeprecation(entry);
    return deprecation === null ? [] : [{ tool, deprecation }];
  });
  // A first list without a mark has no past and begins none.
  if (isFirst && said.length === 0) return [];
  const known = new Map((await listDeprecations(tx, workspaceId, serverId)).map((row) => [row.tool, row]));

  const marked = said.map(({ tool, deprecation }) => {
    const markedAt = known.get(tool)?.markedAt ?? now;
    const until = new Date(promisedUntil(deprecation, markedAt.getTime()));
    return { workspaceId, serverId, tool, markedAt, since: deprecation.since ?? null, promisedUntil: until };
  });
  await noteDeprecated(tx, marked);
  const ended = { removed: gone.map(([name]) => name), kept: marked.map(({ tool }) => tool), at: now };
  if (known.size > 0) await endDeprecations(tx, workspaceId, serverId, ended);

  return gone.slice(0, MAX_REMOVALS).map(([tool, entry]) => {
    const markedAt = known.get(tool)?.markedAt ?? null;
    const removal = judgeRemoval(readDeprecation(entry), markedAt?.getTime() ?? null, at);
    return {
      tool,
      verdict: removal.verdict,
      markedAt: isoOrNull(markedAt),
      afterDays: removal.afterDays,
      promisedUntil: removal.promisedUntil === null ? null : new Date(removal.promisedUntil).toISOString(),
    };
  });
}

/** Longer names are not followed: MCP allows half of it, and an index has its limits. */
const MAX_NAME = 256;

/** Of several tools of one name the first; entries without a name have no life to follow. */
function byName(tools: CanonicalTool[]): Map<string, CanonicalTool> {
  const named = new Map<string, CanonicalTool>();
  for (const tool of tools) {
    const name = toolName(tool);
    if (name !== null && name.length <= MAX_NAME && !named.has(name)) named.set(name, tool);
  }
  return named;
}
