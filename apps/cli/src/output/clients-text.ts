import { cleanLine } from '@alivemcp/contracts';
import type { ClientVerdict } from '../clients/verdict.ts';
import { paint } from './paint.ts';

/** What the official clients saw, a line each. */
export const clientsText = (clients: ClientVerdict[]): string[] =>
  clients.map((client) => {
    const mark = client.ok ? paint('green', '✓') : paint('red', '✗');
    const name = `${client.name} ${client.version}`.padEnd(36);
    return `${mark} ${name}${String(client.durationMs).padStart(6)} ms  ${client.ok ? connected(client) : cleanLine(client.error ?? '', 500)}`;
  });

function connected({ protocolVersion, tools }: ClientVerdict): string {
  const version = protocolVersion === null ? '' : `, MCP ${cleanLine(protocolVersion)}`;
  return `connected${version}, ${tools} ${tools === 1 ? 'tool' : 'tools'}`;
}
