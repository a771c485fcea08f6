import type { Tool } from './tool.ts';

/** What an MCP server says of itself. */
export type Persona = { name: string; version: string; instructions: string; tools: Tool[] };

export const serverInfo = ({ name, version }: Persona) => ({ name, version });

/** The result of a request in the handshake revisions (up to 2025-11-25); null for a method these servers do not know. */
export function legacyResult(persona: Persona, method: string, protocolVersion: string) {
  if (method === 'tools/list') return { tools: persona.tools };
  if (method === 'ping') return {};
  if (method !== 'initialize') return null;
  const { instructions } = persona;
  return { protocolVersion, capabilities: { tools: {} }, serverInfo: serverInfo(persona), instructions };
}
