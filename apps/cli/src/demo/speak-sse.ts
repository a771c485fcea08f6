import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { errorMessage, type Handler, type Rpc, readRpc, resultMessage, sendNothing } from './json-rpc.ts';
import { legacyResult, type Persona } from './persona.ts';

const VERSION = '2024-11-05';

/** An HTTP+SSE server of MCP 2024-11-05: a GET opens the stream, POSTs are answered on it, each after `delayMs()`. */
export function speakSse(persona: Persona, delayMs: () => number): Handler {
  const streams = new Map<string, ServerResponse>();
  return async (req, res) => {
    if (req.method === 'GET') return openStream(streams, res);
    const { searchParams } = new URL(req.url ?? '/', 'http://127.0.0.1');
    const stream = streams.get(searchParams.get('session') ?? '');
    if (req.method !== 'POST') return sendNothing(res, 405);
    if (!stream) return sendNothing(res, 404);
    const rpc = await readRpc(req);
    sendNothing(res, rpc ? 202 : 400);
    if (rpc?.id === undefined) return;
    await pause(delayMs(), undefined, { ref: false });
    stream.write(`event: message\ndata: ${JSON.stringify(answer(persona, rpc))}\n\n`);
  };
}

function openStream(streams: Map<string, ServerResponse>, res: ServerResponse): void {
  const id = randomUUID();
  streams.set(id, res);
  res.on('close', () => streams.delete(id));
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  res.write(`event: endpoint\ndata: /messages?session=${id}\n\n`);
}

function answer(persona: Persona, { id, method }: Rpc) {
  const result = legacyResult(persona, method, VERSION);
  return result ? resultMessage(id, result) : errorMessage(id, -32_601, 'Method not found');
}
