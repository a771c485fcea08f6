import { isObject, type JsonObject } from '../json-rpc.ts';

/**
 * The tool of that name in the list that came with this very probe, or why it must not be called. One that says nothing of
 * its effects may be: its owner named it.
 */
export function chooseTool(name: string, tools: readonly unknown[]): { tool: JsonObject } | { refusal: string } {
  const [tool, namesake] = tools.filter((tool): tool is JsonObject => isObject(tool) && tool.name === name);
  if (tool === undefined) return { refusal: 'is not listed' };
  if (namesake !== undefined) return { refusal: 'is listed more than once' };
  const says = isObject(tool.annotations) ? tool.annotations : {};
  if (says.destructiveHint === true) return { refusal: 'is marked destructive' };
  if (says.readOnlyHint === false) return { refusal: 'is marked as not read-only' };
  return { tool };
}
