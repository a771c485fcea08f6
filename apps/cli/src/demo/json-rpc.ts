import type { IncomingMessage, ServerResponse } from 'node:http';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export type Rpc = { id?: string | number; method: string };

const MAX_BODY_BYTES = 65_536;

/** The JSON-RPC request or notification in a body; null when there is none. */
export async function readRpc(req: IncomingMessage): Promise<Rpc | null> {
  let body = '';
  for await (const chunk of req.setEncoding('utf8')) {
    body += chunk;
    if (body.length > MAX_BODY_BYTES) return null;
  }
  try {
    const { id, method } = JSON.parse(body);
    return typeof method === 'string' ? { id, method } : null;
  } catch {
    return null;
  }
}

export const resultMessage = (id: Rpc['id'], result: unknown) => ({ jsonrpc: '2.0', id, result });

export const errorMessage = (id: Rpc['id'] | null, code: number, message: string, data?: unknown) => ({
  jsonrpc: '2.0',
  id: id ?? null,
  error: { code, message, data },
});

export function sendJson(res: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(value));
}

export const sendNothing = (res: ServerResponse, status: number): void => {
  res.writeHead(status).end();
};
