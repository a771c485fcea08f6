import { errorMessage, type Handler, readRpc, resultMessage, sendJson, sendNothing } from './json-rpc.ts';
import { type Persona, serverInfo } from './persona.ts';

const VERSION = '2026-07-28';
const HEADER_MISMATCH = -32_020;
const UNSUPPORTED_VERSION = -32_022;

/** A stateless server of MCP 2026-07-28, which speaks nothing older. */
export function speakModern(persona: Persona): Handler {
  return async (req, res) => {
    if (req.method !== 'POST') return sendNothing(res, 405);
    const rpc = await readRpc(req);
    if (!rpc) return sendJson(res, 400, errorMessage(null, -32_700, 'Parse error'));
    const { 'mcp-protocol-version': requested, 'mcp-method': method } = req.headers;
    if (requested !== VERSION) {
      const data = { supported: [VERSION], requested };
      return sendJson(res, 400, errorMessage(rpc.id, UNSUPPORTED_VERSION, 'Unsupported protocol version', data));
    }
    if (method !== rpc.method) {
      return sendJson(res, 400, errorMessage(rpc.id, HEADER_MISMATCH, 'Mcp-Method does not name the method'));
    }
    if (rpc.id === undefined) return sendNothing(res, 202);
    const result = resultOf(persona, rpc.method);
    if (!result) return sendJson(res, 404, errorMessage(rpc.id, -32_601, 'Method not found'));
    sendJson(res, 200, resultMessage(rpc.id, { ...result, ...frame(persona) }));
  };
}

function resultOf({ tools, instructions }: Persona, method: string) {
  if (method === 'tools/list') return { tools };
  if (method !== 'server/discover') return null;
  return { supportedVersions: [VERSION], capabilities: { tools: {} }, instructions };
}

const frame = (persona: Persona) => ({
  resultType: 'complete',
  ttlMs: 60_000,
  cacheScope: 'public',
  _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo(persona) },
});
