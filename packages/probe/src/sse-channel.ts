import { readErrorText } from './body.ts';
import type { Channel } from './channel.ts';
import { type Context, timed } from './context.ts';
import { ProbeFailure } from './failure.ts';
import { notification, readRpc, request } from './json-rpc.ts';
import { expectResult, postHeaders, refusedStatus } from './post.ts';
import { createSseReader, type SseReader } from './sse-reader.ts';
import { createWire, type Reply, type Wire } from './wire.ts';

/** HTTP+SSE (MCP 2024-11-05): replies come on the GET stream, which must stay open for the whole probe. */
export async function openSseChannel(ctx: Context, wire: Wire): Promise<Channel> {
  const { reader, stream, endpoint } = await timed(ctx, 'stream', () => openStream(ctx, wire));
  // The stream holds its connection, so the POSTs need another one.
  const posts = createWire(ctx);
  let lastId = 0;
  let version: string | null = null;

  const post = async (body: string): Promise<void> => {
    const reply = await posts.send({ method: 'POST', url: endpoint, headers: postHeaders(ctx), body });
    if (reply.status < 200 || reply.status > 299) {
      const failure = await refusedStatus(ctx, reply, false);
      const ofSession = reply.status === 400 && /session/i.test(String(reply.exchange.response?.body));
      if (reply.status === 404 || ofSession) throw failure.as('mcp.sse_post_lost');
      throw failure;
    }
    await readErrorText(ctx, reply);
  };

  return {
    transport: 'sse',
    async call(method, params) {
      const id = ++lastId;
      await post(request(id, method, params));
      ctx.exchange = { ...stream.exchange, body: null };
      const reply = await reader.reply(id).catch((error: unknown) => {
        const silent = error instanceof ProbeFailure && error.failureClass === 'http.timeout_body';
        throw silent ? new ProbeFailure('mcp.sse_no_reply') : error;
      });
      return expectResult(readRpc(reply, id, version === '2025-03-26'), 200);
    },
    notify: (method) => post(notification(method)),
    agree(agreed) {
      version = agreed;
    },
    async close() {
      posts.end();
      stream.body.destroy();
    },
  };
}

type Opened = { reader: SseReader; stream: Reply; endpoint: URL };

async function openStream(ctx: Context, wire: Wire): Promise<Opened> {
  const stream = await wire.send({
    method: 'GET',
    url: ctx.url,
    headers: {
      accept: 'text/event-stream',
      'accept-encoding': 'identity',
      'cache-control': 'no-cache',
      'user-agent': ctx.userAgent,
      ...ctx.authHeaders,
    },
  });
  if (stream.status !== 200) throw await refusedStatus(ctx, stream, false);
  if (stream.type !== 'text/event-stream') {
    stream.body.destroy();
    throw new ProbeFailure('http.content_type', { status: 200 });
  }
  const reader = createSseReader(ctx, stream);
  const first = await reader.next().catch((error: unknown) => {
    const silent = error instanceof ProbeFailure && /timeout_body|sse_endless/.test(error.failureClass);
    throw silent ? new ProbeFailure('mcp.sse_no_endpoint') : error;
  });
  if (first === null || first.type !== 'endpoint') throw new ProbeFailure('mcp.sse_no_endpoint');
  const endpoint = URL.parse(first.data.trim(), ctx.url.href);
  if (endpoint === null) throw new ProbeFailure('mcp.sse_no_endpoint', { detail: 'The endpoint event holds no URL.' });
  if (endpoint.origin !== ctx.url.origin) throw new ProbeFailure('mcp.sse_foreign_endpoint');
  for (const [name, value] of endpoint.searchParams) if (/session|token|key/i.test(name)) ctx.secrets.add(value);
  return { reader, stream, endpoint };
}
