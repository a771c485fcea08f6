import { readErrorText, settle } from './body.ts';
import type { Channel } from './channel.ts';
import { type Context, timed } from './context.ts';
import { notification } from './json-rpc.ts';
import { call, postHeaders, refusedStatus } from './post.ts';
import type { Wire } from './wire.ts';

const SESSION_ID = /^[\x21-\x7e]{1,1024}$/;

/** Legacy Streamable HTTP (MCP 2025-03-26 to 2025-11-25): one URL, optional session, ended with DELETE. */
export function createHttpChannel(ctx: Context, wire: Wire): Channel {
  let lastId = 0;
  let session: string | null = null;
  let version: string | null = null;

  const sessionHeaders = (): Record<string, string> => ({
    ...(version === null || version < '2025-06-18' ? {} : { 'mcp-protocol-version': version }),
    ...(session === null ? {} : { 'mcp-session-id': session }),
  });

  const keepSession = (headers: Record<string, string>): void => {
    const given = headers['mcp-session-id'];
    if (given === undefined || !SESSION_ID.test(given)) return;
    session = given;
    ctx.secrets.add(given);
  };

  return {
    transport: 'streamable-http',
    call(method, params, options) {
      const opens = method === 'initialize';
      return call(ctx, wire, {
        id: ++lastId,
        method,
        params,
        headers: sessionHeaders(),
        inSession: !opens,
        allowBatch: options?.allowBatch,
        // Before the body is read: a session whose handshake fails has to be ended like any other.
        onHeaders: opens ? keepSession : undefined,
      });
    },
    async notify(method) {
      const reply = await wire.send({
        method: 'POST',
        url: ctx.url,
        headers: postHeaders(ctx, sessionHeaders()),
        body: notification(method),
      });
      if (reply.status < 200 || reply.status > 299)
        throw await refusedStatus(ctx, reply, session !== null, 'mcp.initialized_refused');
      await settle(reply, () => reply.body.stream()[Symbol.asyncIterator]());
    },
    agree(agreed) {
      version = agreed;
    },
    async close() {
      if (session === null) return;
      const failed = ctx.exchange;
      // Also after the deadline, in the time kept back for it: sessions left open cost the server memory.
      // The end of the client, because a request's own signal does not end its wait for a connection.
      const timer = setTimeout(wire.end, ctx.signal.aborted ? ctx.limits.reserveMs : ctx.limits.closeMs);
      try {
        await timed(ctx, 'close', async () => {
          const headers = postHeaders(ctx, sessionHeaders());
          const { 'content-type': _, ...rest } = headers;
          const reply = await wire.send({ method: 'DELETE', url: ctx.url, headers: rest });
          await readErrorText(ctx, reply);
        });
      } catch {
        // Ending a session is a courtesy; its failure says nothing about the server's health.
      } finally {
        clearTimeout(timer);
        ctx.exchange = failed;
      }
    },
  };
}
