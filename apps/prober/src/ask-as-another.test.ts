import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProbeTarget } from '@alivemcp/contracts';
import { createGuard } from '@alivemcp/net-guard';
import { probe } from '@alivemcp/probe';
import { afterEach, expect, test } from 'vitest';
import { askAsAnother } from './ask-as-another.ts';
import { toolListOf } from './tool-list-of.ts';

const guard = createGuard({ allowPrivate: true });
const tool = (name: string) => ({ name, inputSchema: { type: 'object' } });

const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

type Asked = { method: string; client: string };

/** A legacy server whose tools depend on who asks, and on how often it was asked for them before; null for an error. */
async function startPartial(toolsFor: (client: string, before: number) => string[] | null) {
  const clients = new Map<string, string>();
  const asked: Asked[] = [];
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const rpc = (body === '' ? {} : JSON.parse(body)) as {
      id?: number;
      method?: string;
      params?: { clientInfo?: { name: string } };
    };
    const session = String(req.headers['mcp-session-id'] ?? randomUUID());
    if (rpc.params?.clientInfo) clients.set(session, rpc.params.clientInfo.name);
    const client = clients.get(session) ?? '';
    const method = rpc.method ?? req.method ?? '';
    const before = asked.filter((one) => one.method === 'tools/list').length;
    asked.push({ method, client });
    if (rpc.id === undefined) return void res.writeHead(202).end();
    const names = method === 'tools/list' ? toolsFor(client, before) : [];
    const result =
      method === 'initialize'
        ? { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'x', version: '1' } }
        : { tools: names?.map(tool) };
    const reply = names === null ? { error: { code: -32603, message: 'no' } } : { result };
    res.writeHead(200, { 'content-type': 'application/json', 'mcp-session-id': session });
    res.end(JSON.stringify({ jsonrpc: '2.0', id: rpc.id, ...reply }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`, asked };
}

/** Probes as ourselves, then asks as `other`. */
async function ask(toolsFor: Parameters<typeof startPartial>[0]) {
  const { url, asked } = await startPartial(toolsFor);
  const target: Omit<ProbeTarget, 'timeoutMs'> = {
    url,
    transport: 'streamable-http',
    auth: { type: 'none' },
    known: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
    hadTools: true,
    expectations: { lists: ['prompts'], call: { tool: 'a', arguments: {} } },
    clientName: null,
    checkTruth: true,
  };
  const { protocol, ...seen } = await probe(
    { ...target, expectations: {}, checkTruth: false, timeoutMs: 3000 },
    { guard },
  );
  const toolList = toolListOf(seen);
  if (toolList === null) throw new Error('no tools to compare with');
  const alternate = await askAsAnother({ guard }, target, 'other', { protocol, toolList });
  const listed = asked.filter(({ method }) => method === 'tools/list').map(({ client }) => client);
  return { alternate, own: toolList, methods: asked.map(({ method }) => method), listed };
}

test('the same list for both is asked for once, and told', async () => {
  const { alternate, own, methods, listed } = await ask(() => ['a', 'b']);
  expect(alternate).toEqual({ clientName: 'other', toolList: own });
  expect(listed).toEqual(['AliveMCP', 'other']);
  const conversation = ['initialize', 'notifications/initialized', 'tools/list', 'DELETE'];
  expect(methods).toEqual([...conversation, ...conversation]);
});

test('another list for the other is told when both come again', async () => {
  const { alternate, own, listed } = await ask((client) => (client === 'other' ? ['a'] : ['a', 'b']));
  expect(alternate).toMatchObject({ clientName: 'other', toolList: { count: 1 } });
  expect(alternate?.toolList.hash).not.toBe(own.hash);
  expect(listed).toEqual(['AliveMCP', 'other', 'other', 'AliveMCP']);
});

test('no tools at all for the other is told, too', async () => {
  const { alternate } = await ask((client) => (client === 'other' ? [] : ['a']));
  expect(alternate).toMatchObject({ toolList: { count: 0 } });
});

test.each<[string, Parameters<typeof startPartial>[0]]>([
  ['lists that take turns', (_client, before) => (before % 2 === 0 ? ['a'] : ['b'])],
  ['a list that changes meanwhile, for both', (_client, before) => (before === 0 ? ['a'] : ['b'])],
  ['a list of the other that does not come again', (client, before) => [client === 'other' ? `a${before}` : 'a']],
  ['a server that does not let the other in', (client) => (client === 'other' ? null : ['a'])],
  ['a server that fails in between', (client, before) => (before === 3 ? null : [client])],
])('nothing is told of %s', async (_name, toolsFor) => {
  expect(await ask(toolsFor)).toMatchObject({ alternate: null });
});
