type Property = { type: string; description?: string } & Record<string, unknown>;

export type Tool = { name: string; title?: string; description: string; inputSchema: Record<string, unknown> };

/** A tool whose arguments are one flat object; all of them are required unless `optional` names them. */
export function tool(
  name: string,
  description: string,
  properties: Record<string, Property>,
  optional: string[] = [],
): Tool {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { name, description, inputSchema: { type: 'object', properties, required } };
}
