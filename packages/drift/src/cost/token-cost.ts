import { estimateTokenCount } from 'tokenx';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { canonicalTool, toolName } from '../canonical/canonical-tool.ts';
import { isJsonObject, type Json, own } from '../canonical/json.ts';

/**
 * About how many tokens a tool list adds to the context of every agent that uses it: name, description and input schema of
 * each tool, which is what clients hand to a model. Method and measured error: docs/token-cost.md.
 */
export const tokenCost = (tools: readonly unknown[]): number =>
  tools.map(canonicalTool).reduce<number>((sum, tool) => sum + tokensOf(tool), 0);

/** None for an entry that no model is told of. */
function tokensOf(tool: Json): number {
  if (!isJsonObject(tool) || toolName(tool) === null) return 0;
  const told = { name: own(tool, 'name'), description: own(tool, 'description'), parameters: own(tool, 'inputSchema') };
  const present = Object.entries(told).flatMap(([key, value]): [string, Json][] =>
    value === undefined ? [] : [[key, value]],
  );
  return estimateTokenCount(canonicalJson(Object.fromEntries(present)));
}
