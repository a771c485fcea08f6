import { readBounded } from '@alivemcp/net-guard';
import { Client } from 'undici';
import { parseBoundedJson } from '../bounded-json.ts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../json-rpc.ts';
import { LIMITS } from '../limits.ts';

/** `json` is null when the body is no JSON object; `unreachable` covers refused addresses, faults of the network and 5xx. */
export type Fetched = { kind: 'answer'; status: number; json: JsonObject | null } | { kind: 'unreachable' };

export type FetchOptions = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string };

/** Fetches a small JSON document from a URL that a stranger may have named: same guard, no redirects, bounded. */
export async function fetchJson(ctx: Context, raw: string, options: FetchOptions = {}): Promise<Fetched> {
  const checked = ctx.guard.checkUrl(raw);
  if (!checked.ok) return { kind: 'unreachable' };
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
  } catch {
    return { kind: 'unreachable' };
  } finally {
    ctx.signal.removeEventListener('abort', end);
    end();
  }
}
