import type { ProbeTarget, Protocol } from '@alivemcp/contracts';
import { createGuard } from '@alivemcp/net-guard';
import { probe } from '@alivemcp/probe';
import { Client as SdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client } from 'undici';

const clientInfo = { name: 'bench', version: '1' };
const TIMEOUT_MS = 10_000;

/** Our probe of a server whose era is known, as it is from the second probe on. */
export function ourProbe(url: string, era: 'legacy' | 'modern'): () => Promise<void> {
  const guard = createGuard({ allowPrivate: true });
  const known: Protocol = {
    version: era === 'modern' ? '2026-07-28' : '2025-11-25',
    era,
    transport: 'streamable-http',
  };
  const target: ProbeTarget = {
    url,
    transport: 'auto',
    auth: { type: 'none' },
    known,
    hadTools: true,
    expectations: {},
    timeoutMs: TIMEOUT_MS,
  };
  return async () => {
    const { outcome, summary, protocol, tools } = await probe(target, { guard });
    if (outcome !== 'up' || protocol?.era !== era || tools?.length !== 10)
      throw new Error(`the canned server is ${outcome} (${protocol?.era}): ${summary}`);
  };
}

const PARAMS = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
const LEGACY = [
  { id: 1, method: 'initialize', params: PARAMS },
  { method: 'notifications/initialized' },
  { id: 2, method: 'tools/list', params: {} },
];
const META = 'io.modelcontextprotocol/';
const _meta = {
  [`${META}protocolVersion`]: '2026-07-28',
  [`${META}clientCapabilities`]: {},
  [`${META}clientInfo`]: clientInfo,
};
const MODERN = [
  { id: 1, method: 'server/discover', params: { _meta } },
  { id: 2, method: 'tools/list', params: { _meta } },
];

/** The least anybody could do: one connection, the same POSTs, and the answers read as text but never looked at. */
export async function barePosts(origin: string, era: 'legacy' | 'modern'): Promise<void> {
  const client = new Client(origin, { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  for (const message of era === 'modern' ? MODERN : LEGACY) {
    const { statusCode, body } = await client.request({
      method: 'POST',
      path: '/mcp',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
    });
    await body.text();
    if (statusCode > 299) throw new Error(`the canned server answered ${message.method} with ${statusCode}`);
  }
  await client.close();
}

/** The official client; it keeps its connections in the pool of the global `fetch`. */
export async function sdkClient(url: string): Promise<void> {
  const client = new SdkClient(clientInfo);
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  await client.listTools();
  await client.close();
}
