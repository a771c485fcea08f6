import type { ProbeTarget } from '@alivemcp/contracts';
import { createGuard } from '@alivemcp/net-guard';
import { probe } from '@alivemcp/probe';
import { Client as SdkClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client } from 'undici';
import { runChild } from './child.ts';
import { median, type Row } from './result.ts';

const CONCURRENCY = 50;
const PROBES = 2_000;
const RUNS = 3;

type Measured = { cpuMs: number; perSecond: number };

/** CPU of our probe beside the same three POSTs by bare undici, and beside the official SDK's client. */
export async function benchProbe(): Promise<Row[]> {
  const server = await runChild('./canned-server.ts');
  const url = `${server.url}/mcp`;
  try {
    const bare = await measure(() => barePosts(server.url), PROBES);
    const ours = await measure(ourProbe(url), PROBES);
    const sdk = await measure(() => sdkClient(url), PROBES / 4);
    const rows = (name: string, { cpuMs, perSecond }: Measured, yardstick: Measured | null): Row[] => [
      {
        group: 'probe',
        name: `${name}: CPU a probe`,
        figure: cpuMs,
        unit: 'ms',
        ratio: yardstick && cpuMs / yardstick.cpuMs,
      },
      {
        group: 'probe',
        name: `${name}: rate`,
        figure: perSecond,
        unit: 'probes/s',
        ratio: yardstick && perSecond / yardstick.perSecond,
      },
    ];
    return [...rows('bare undici', bare, null), ...rows('AliveMCP', ours, bare), ...rows('SDK v1', sdk, bare)];
  } finally {
    await server.stop();
  }
}

async function measure(once: () => Promise<void>, count: number): Promise<Measured> {
  await many(once, count / 4);
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) {
    const cpu = process.cpuUsage();
    const from = performance.now();
    await many(once, count);
    const seconds = (performance.now() - from) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    runs.push({ cpuMs: (user + system) / 1000 / count, perSecond: count / seconds });
  }
  return { cpuMs: median(runs.map((run) => run.cpuMs)), perSecond: median(runs.map((run) => run.perSecond)) };
}

async function many(once: () => Promise<void>, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

function ourProbe(url: string): () => Promise<void> {
  const guard = createGuard({ allowPrivate: true });
  const target: ProbeTarget = {
    url,
    transport: 'auto',
    auth: { type: 'none' },
    known: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
    hadTools: true,
    expectations: {},
    timeoutMs: 10_000,
  };
  return async () => {
    const result = await probe(target, { guard });
    if (result.outcome !== 'up') throw new Error(`the canned server is ${result.outcome}: ${result.summary}`);
  };
}

/** The least anybody could do: one connection, three POSTs, JSON.parse. */
async function barePosts(origin: string): Promise<void> {
  const client = new Client(origin);
  const post = async (message: object) => {
    const { body } = await client.request({
      method: 'POST',
      path: '/mcp',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
    });
    const text = await body.text();
    return text === '' ? null : JSON.parse(text);
  };
  const clientInfo = { name: 'bench', version: '1' };
  await post({ id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo } });
  await post({ method: 'notifications/initialized' });
  await post({ id: 2, method: 'tools/list', params: {} });
  await client.close();
}

async function sdkClient(url: string): Promise<void> {
  const client = new SdkClient({ name: 'bench', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  await client.listTools();
  await client.close();
}
