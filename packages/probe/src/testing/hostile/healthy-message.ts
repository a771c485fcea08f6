import { type Change, changed, type Json } from './change-json.ts';
import type { Asked } from './hostile-server.ts';

const TOOL = { name: 'a', description: 'b', inputSchema: { type: 'object', properties: { q: { type: 'string' } } } };
export const FRESH = { resultType: 'complete', ttlMs: 1, cacheScope: 'public' };
const serverInfo = { name: 'hostile', version: '1' };
const capabilities = { tools: {} };
const RESULTS: Record<string, Json> = {
  initialize: { protocolVersion: '2025-11-25', capabilities, serverInfo, instructions: 'none' },
  'server/discover': {
    ...FRESH,
    supportedVersions: ['2026-07-28'],
    capabilities,
    _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
  },
  'tools/list': { ...FRESH, tools: [TOOL, { ...TOOL, name: 'c', outputSchema: { type: 'object' } }] },
};

/** The right answer to a request, with changes. */
export const message = ({ id, method }: Asked, changes: readonly Change[]): string =>
  changed({ jsonrpc: '2.0', id: id as Json, result: RESULTS[method] ?? {} }, changes);
