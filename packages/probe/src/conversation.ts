import type { ProbeResult, ProbeWarning } from '@alivemcp/contracts';
import { cleanLine, cleanText } from '@alivemcp/contracts';
import { isObject } from './json-rpc.ts';
import { LIMITS } from './limits.ts';
import type { ToolPages } from './list-tools.ts';
import type { Facts } from './protocol.ts';

/** What is there when nobody asks for more than the tools. Not to be written to. */
const NO_EXTRAS: Pick<ProbeResult, 'lists' | 'call' | 'truth'> = { lists: {}, call: null, truth: null };

/** What a whole conversation, in any era, ends with. */
export type Conversation = Facts &
  typeof NO_EXTRAS & {
    tools: unknown[];
    warnings: ProbeWarning[];
    latencyMs: number;
    /** A legacy version that the server named by itself; null when it only repeated ours. */
    named: string | null;
    /** In what else than the version agreed on the tools came; null for nothing else. */
    answeredIn: string | null;
  };

export const withoutExtras = (spoken: Omit<Conversation, keyof typeof NO_EXTRAS>): Conversation => ({
  ...spoken,
  ...NO_EXTRAS,
});

export const readServerInfo = (value: unknown): Facts['serverInfo'] =>
  isObject(value) && typeof value.name === 'string'
    ? { name: cleanLine(value.name), version: typeof value.version === 'string' ? cleanLine(value.version) : '' }
    : null;

export const readInstructions = (value: unknown): string | null =>
  typeof value === 'string' ? cleanText(value.slice(0, LIMITS.instructionsChars)) : null;

export const loopWarning = (list: ToolPages): ProbeWarning[] =>
  list.loop ? [{ class: 'mcp.pagination_loop', summary: 'tools/list gives the same cursor again.' }] : [];
