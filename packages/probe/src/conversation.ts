import type { ProbeWarning } from '@alivemcp/contracts';
import { cleanLine, cleanText } from '@alivemcp/contracts';
import { isObject } from './json-rpc.ts';
import { LIMITS } from './limits.ts';
import type { ToolPages } from './list-tools.ts';
import type { Facts } from './protocol.ts';

/** What a whole conversation, in any era, ends with. */
export type Conversation = Facts & { tools: unknown[]; warnings: ProbeWarning[]; latencyMs: number };

export const readServerInfo = (value: unknown): Facts['serverInfo'] =>
  isObject(value) && typeof value.name === 'string'
    ? { name: cleanLine(value.name), version: typeof value.version === 'string' ? cleanLine(value.version) : '' }
    : null;

export const readInstructions = (value: unknown): string | null =>
  typeof value === 'string' ? cleanText(value.slice(0, LIMITS.instructionsChars)) : null;

export const loopWarning = (list: ToolPages): ProbeWarning[] =>
  list.loop ? [{ class: 'mcp.pagination_loop', summary: 'tools/list gives the same cursor again.' }] : [];
