import {
  Client as Client2,
  StreamableHTTPClientTransport as Http2,
  SSEClientTransport as Sse2,
} from '@modelcontextprotocol/client';
import { Client as Client1 } from '@modelcontextprotocol/sdk/client/index.js';
import { SSEClientTransport as Sse1 } from '@modelcontextprotocol/sdk/client/sse.js';
import { StreamableHTTPClientTransport as Http1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const INFO = { name: 'oracle', version: '1.0.0' };

type Seen = { alive: boolean; error: string };

/** A connection over one transport: resolves once the tools are listed. */
type Connection = { list(timeout: number): Promise<unknown>; close(): Promise<void> };

const v1 = (url: URL, Transport: typeof Http1 | typeof Sse1, headers: Record<string, string>): Connection => {
  const client = new Client1(INFO);
  return {
    async list(timeout) {
      // Optional members of the transports are typed otherwise than those of the interface they implement.
      const transport = new Transport(url, { requestInit: { headers } }) as Parameters<Client1['connect']>[0];
      await client.connect(transport, { timeout });
      await client.listTools({}, { timeout });
    },
    close: () => client.close(),
  };
};

const v2 = (url: URL, Transport: typeof Http2 | typeof Sse2, headers: Record<string, string>): Connection => {
  const client = new Client2(INFO, { versionNegotiation: { mode: 'auto' } });
  return {
    async list(timeout) {
      await client.connect(new Transport(url, { requestInit: { headers } }), { timeout });
      await client.listTools({}, { timeout });
    },
    close: () => client.close(),
  };
};

/** Whether the official client 1.x connects and lists within `timeoutMs`; after a 4xx over HTTP+SSE, as its documentation says. */
export const askV1 = (href: string, timeoutMs: number, headers: Record<string, string> = {}): Promise<Seen> =>
  ask(
    [Http1, Sse1].map((transport) => v1(new URL(href), transport, headers)),
    timeoutMs,
  );

/** The same of the client 2.x, which may also speak 2026-07-28. */
export const askV2 = (href: string, timeoutMs: number, headers: Record<string, string> = {}): Promise<Seen> =>
  ask(
    [Http2, Sse2].map((transport) => v2(new URL(href), transport, headers)),
    timeoutMs,
  );

async function ask([http, sse]: Connection[], timeoutMs: number): Promise<Seen> {
  const end = Promise.withResolvers<never>();
  const timer = setTimeout(() => end.reject(new Error('out of time')), timeoutMs);
  const talk = async (): Promise<void> => {
    await http
      ?.list(timeoutMs)
      .catch((error: unknown) => (isClientError(error) ? sse?.list(timeoutMs) : Promise.reject(error)));
  };
  try {
    await Promise.race([talk(), end.promise]);
    return { alive: true, error: '' };
  } catch (error) {
    return { alive: false, error: String(error).slice(0, 200) };
  } finally {
    clearTimeout(timer);
    await Promise.allSettled([http?.close(), sse?.close()]);
  }
}

/** 4xx: `code` of StreamableHTTPError in 1.x, `status` of SdkHttpError in 2.x, also as the cause of what is thrown. */
function isClientError(error: unknown): boolean {
  const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: unknown };
  const found = Number(status ?? code);
  return (found >= 400 && found < 500) || (cause instanceof Error && isClientError(cause));
}
