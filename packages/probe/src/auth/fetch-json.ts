import { GuardError, readBounded } from '@alivemcp/net-guard';
import { Client } from 'undici';
import { parseBoundedJson } from '../bounded-json.ts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../json-rpc.ts';
import { LIMITS } from '../limits.ts';

/**
 * `json` is null when the body is no JSON object; `unreachable` covers faults of the network, 5xx and the end of our time;
 * `refused` is an address that is no URL or may not be asked.
 */
export type Fetched =
  | { kind: 'answer'; status: number; json: JsonObject | null }
  | { kind: 'unreachable' }
  | { kind: 'refused' };

export type FetchOptions = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string };

/** Fetches a small JSON document from a URL that a stranger may have named: same guard, no redirects, bounded. */
export async function fetchJson(ctx: Context, raw: string, options: FetchOptions = {}): Promise<Fetched> {
  const checked = ctx.guard.checkUrl(raw);
  if (!checked.ok) return { kind: 'refused' };
  // A listener added to an aborted signal is never called, so nothing would end this request.
  if (ctx.signal.aborted) return { kind: 'unreachable' };
  const { url } = checked;
  const client = new Client(url.origin, {
    connect: ctx.guard.connector({ signal: ctx.socketSignal }),
    allowH2: false,
    maxHeaderSize: LIMITS.headerBytes,
    headersTimeout: ctx.limits.headersMs,
    bodyTimeout: ctx.limits.bodyIdleMs,
  });
  const end = (): void => {
    client.destroy().catch(() => {});
  };
  ctx.signal.addEventListener('abort', end, { once: true });
  try {
    const { statusCode: status, body } = await client.request({
      method: options.method ?? 'GET',
      path: url.pathname + url.search,
      headers: { accept: 'application/json', 'user-agent': ctx.userAgent, ...options.headers },
      body: options.body ?? null,
    });
    const { bytes, truncated } = await readBounded(body, LIMITS.metadataBytes);
    if (status >= 500) return { kind: 'unreachable' };
    const read = truncated ? null : parseBoundedJson(bytes.toString('utf8'));
    return { kind: 'answer', status, json: read?.ok && isObject(read.value) ? read.value : null };
  } catch (error) {
    return { kind: error instanceof GuardError && error.phase === 'check' ? 'refused' : 'unreachable' };
  } finally {
    ctx.signal.removeEventListener('abort', end);
    end();
  }
}
