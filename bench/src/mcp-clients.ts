import { createSecureContext } from 'node:tls';
import type { ProbeTarget, Protocol } from '@alivemcp/contracts';
import { createCanonicalOnce, createSurfaceOnce } from '@alivemcp/drift';
import { createGuard } from '@alivemcp/net-guard';
import { probe } from '@alivemcp/probe';
import { Client as SdkV2Client, StreamableHTTPClientTransport as SdkV2Transport } from '@modelcontextprotocol/client';
import { Client as SdkV1Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as SdkV1Transport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Agent, Client, type Dispatcher, fetch, Pool } from 'undici';
import { CONCURRENCY } from './load.ts';

export type Era = '2025-11-25' | '2026-07-28';
/** How a contender connects: `ca` is what it trusts on https, `fresh` whether each turn dials anew. */
export type Way = { origin: string; ca: string; fresh: boolean };
export type Once = () => Promise<void>;

const clientInfo = { name: 'bench', version: '1' };
const TIMEOUT_MS = 10_000;
const TOOLS = 10;

/** Our probe of a server whose era is known, as it is from the second probe on, with what the prober makes of it. */
export function ourProbe({ origin, ca }: Way, version: Era): Once {
  const guard = createGuard({ allowPrivate: true, ca: [ca] });
  const era: Protocol['era'] = version === '2026-07-28' ? 'modern' : 'legacy';
  const target: ProbeTarget = {
    url: `${origin}/mcp`,
    transport: 'auto',
    auth: { type: 'none' },
    known: { version, era, transport: 'streamable-http' },
    hadTools: true,
    expectations: {},
    clientName: null,
    checkTruth: false,
    timeoutMs: TIMEOUT_MS,
  };
  const toolListOf = createCanonicalOnce();
  const surfaceOf = createSurfaceOnce();
  return async () => {
    const result = await probe(target, { guard });
    const { outcome, summary, protocol, tools } = result;
    surfaceOf(result);
    if (outcome !== 'up' || protocol?.era !== era || toolListOf(tools ?? []).count !== TOOLS)
      throw new Error(`the canned server is ${outcome} (${protocol?.era}): ${summary}`);
  };
}

const PARAMS = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
const META = 'io.modelcontextprotocol/';
const _meta = {
  [`${META}protocolVersion`]: '2026-07-28',
  [`${META}clientCapabilities`]: {},
  [`${META}clientInfo`]: clientInfo,
};
const MESSAGES: Record<Era, { id?: number; method: string; params?: object }[]> = {
  '2025-11-25': [
    { id: 1, method: 'initialize', params: PARAMS },
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/list', params: {} },
  ],
  '2026-07-28': [
    { id: 1, method: 'server/discover', params: { _meta } },
    { id: 2, method: 'tools/list', params: { _meta } },
  ],
};

/** The least anybody could do: the same POSTs, and the answers read as text but never looked at. */
export const barePosts = (way: Way, era: Era): Once =>
  withClient(way, async (client) => {
    for (const message of MESSAGES[era]) {
      const { statusCode, body } = await client.request({
        method: 'POST',
        path: '/mcp',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({ jsonrpc: '2.0', ...message }),
      });
      await body.text();
      if (statusCode > 299) throw new Error(`the canned server answered ${message.method} with ${statusCode}`);
    }
  });

/** What an HTTP monitor does. */
export const plainGet = (way: Way): Once =>
  withClient(way, async (client) => {
    const { statusCode, body } = await client.request({ method: 'GET', path: '/health' });
    await body.text();
    if (statusCode !== 200) throw new Error(`the canned server answered GET with ${statusCode}`);
  });

/** The official clients; the first knows no era after 2025-11-25. */
export const sdkV1 = (way: Way): Once =>
  withAgent(way, async (agent) => {
    const client = new SdkV1Client(clientInfo);
    await client.connect(new SdkV1Transport(new URL('/mcp', way.origin), { fetch: fetchThrough(agent) }));
    expectTools(await client.listTools());
    await client.close();
  });

export const sdkV2 = (way: Way, era: Era): Once =>
  withAgent(way, async (agent) => {
    const mode = era === '2026-07-28' ? 'auto' : 'legacy';
    const client = new SdkV2Client(clientInfo, { versionNegotiation: { mode } });
    await client.connect(new SdkV2Transport(new URL('/mcp', way.origin), { fetch: fetchThrough(agent) }));
    expectTools(await client.listTools());
    await client.close();
  });

const withClient = (way: Way, turn: (client: Client | Pool) => Promise<void>): Once =>
  connected(way, turn, (options) =>
    way.fresh ? new Client(way.origin, options) : new Pool(way.origin, { ...options, connections: CONCURRENCY }),
  );

const withAgent = (way: Way, turn: (agent: Agent) => Promise<void>): Once =>
  connected(way, turn, (options) => new Agent(options));

/** Connections kept from turn to turn, or new ones that end with it. */
function connected<D extends Dispatcher>(
  { ca, fresh }: Way,
  turn: (dispatcher: D) => Promise<void>,
  open: (options: Client.Options) => D,
): Once {
  const secureContext = createSecureContext({ ca });
  const options = { connect: { secureContext }, allowH2: false, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
  if (!fresh) {
    const kept = open(options);
    return () => turn(kept);
  }
  return async () => {
    const dispatcher = open(options);
    try {
      await turn(dispatcher);
    } finally {
      await dispatcher.close();
    }
  };
}

const fetchThrough = (dispatcher: Dispatcher): typeof globalThis.fetch =>
  ((url: string | URL, init?: object) => fetch(url, { ...init, dispatcher })) as typeof globalThis.fetch;

function expectTools({ tools }: { tools: unknown[] }): void {
  if (tools.length !== TOOLS) throw new Error(`${tools.length} tools were listed`);
}
