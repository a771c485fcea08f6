import { randomUUID } from 'node:crypto';
import { errorMessage, type Handler, readRpc, resultMessage, sendJson, sendNothing } from './json-rpc.ts';
import { legacyResult, type Persona } from './persona.ts';

const VERSION = '2025-11-25';

/** A Streamable HTTP server of MCP 2025-11-25 that insists on its sessions. `personaNow` is asked for every request. */
export function speakSessions(personaNow: () => Persona): Handler {
  const sessions = new Set<string>();
  return async (req, res) => {
    const session = String(req.headers['mcp-session-id'] ?? '');
    if (req.method === 'DELETE') return sendNothing(res, sessions.delete(session) ? 204 : 404);
    if (req.method !== 'POST') return sendNothing(res, 405);
    const rpc = await readRpc(req);
    if (!rpc) return sendJson(res, 400, errorMessage(null, -32_700, 'Parse error'));
    const opens = rpc.method === 'initialize';
    if (!opens && !sessions.has(session)) {
      return sendJson(res, session ? 404 : 400, errorMessage(null, -32_000, 'No such session: send initialize first'));
    }
    if (rpc.id === undefined) return sendNothing(res, 202);
    const result = legacyResult(personaNow(), rpc.method, VERSION);
    if (!result) return sendJson(res, 200, errorMessage(rpc.id, -32_601, 'Method not found'));
    sendJson(res, 200, resultMessage(rpc.id, result), opens ? { 'mcp-session-id': open(sessions) } : {});
  };
}

function open(sessions: Set<string>): string {
  const id = randomUUID();
  sessions.add(id);
  return id;
}
