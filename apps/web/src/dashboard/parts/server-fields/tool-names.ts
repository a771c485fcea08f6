/** The names in a tool list, each once. Untrusted: an entry may be anything, and one without a name cannot be called. */
export const toolNames = (tools: unknown[]): string[] => [
  ...new Set(
    tools.flatMap((tool) =>
      typeof tool === 'object' && tool !== null && 'name' in tool && typeof tool.name === 'string' ? [tool.name] : [],
    ),
  ),
];
