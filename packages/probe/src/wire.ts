import type { FailureClass } from '@alivemcp/contracts';
import { cleanLine } from '@alivemcp/contracts';
import { classifyNetwork, type Stage } from '@alivemcp/net-guard';
import { type buildConnector, Client } from 'undici';
import { type Context, type Exchange, recordConnect, recordPhase, round } from './context.ts';
import { ProbeFailure } from './failure.ts';
import { LIMITS } from './limits.ts';
import { type Body, requestOver } from './request-over.ts';

export type Send = {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  headers: Record<string, string>;
  body?: string;
  headersMs?: number;
  signal?: AbortSignal;
};

export type Reply = {
  status: number;
  headers: Record<string, string>;
  /** Media type without parameters, lower case; empty when absent. */
  type: string;
  body: Body;
  exchange: Exchange;
};

/** A connection to the target's origin: opened at the first request, one request at a time. */
export type Wire = {
  send(request: Send): Promise<Reply>;
  /** The next request waits for this: a stream that is being given the moment to end by itself. */
  after(settling: Promise<void>): void;
  end(): void;
};

// One for all: an error of each client's own, with its stack, would cost more than the rest of its end.
const OVER = new Error('the conversation is over');

export function createWire(ctx: Context): Wire {
  const connect = ctx.guard.connector({ onPhase: (phase) => recordConnect(ctx, phase), signal: ctx.socketSignal });
  let client: Client | null = null;
  const stop = (why: Error): void => {
    client?.destroy(why, () => {});
    client = null;
  };
  const end = (): void => stop(OVER);
  // Ending the client ends requests that still wait for their connection, which a request's own signal does not.
  // A DELETE after the deadline gets a new one.
  ctx.signal.addEventListener('abort', end, { once: true });
  let settling: Promise<void> | null = null;
  let unread: Reply['body'] | null = null;
  return {
    async send(request) {
      if (settling !== null) await settling;
      settling = null;
      // A listener added to an aborted signal is never called, so nothing would end this request.
      if (ctx.signal.aborted && request.method !== 'DELETE') throw brokenExchange(ctx, null, 'headers');
      // What a failure left unread would hold up the next request, such as the DELETE.
      unread?.destroy();
      const exchange: Exchange = {
        method: request.method,
        url: request.url.href,
        headers: request.headers,
        body: request.body ?? null,
        response: null,
      };
      ctx.exchange = exchange;
      let informational = 0;
      try {
        client ??= openClient(ctx, connect);
        const sent = {
          method: request.method,
          path: request.url.pathname + request.url.search,
          headers: request.headers,
          body: request.body ?? null,
          headersTimeout: request.headersMs,
        };
        const onInfo = (): void => {
          if (++informational > LIMITS.informational) stop(new ProbeFailure('http.endless_informational'));
        };
        const response = await requestOver(client, sent, onInfo, request.signal);
        unread = response.body;
        const headers = flatten(response.headers);
        exchange.response = { status: response.status, headers, body: null, truncated: false };
        return {
          status: response.status,
          headers,
          type: essence(headers['content-type']),
          body: response.body,
          exchange,
        };
      } catch (error) {
        throw brokenExchange(ctx, error, 'headers', informational > 0 ? 'http.endless_informational' : undefined);
      }
    },
    after(promise) {
      settling = promise;
    },
    end,
  };
}

function openClient(ctx: Context, connect: buildConnector.connector): Client {
  return new Client(ctx.url.origin, {
    connect,
    allowH2: false,
    maxHeaderSize: LIMITS.headerBytes,
    headersTimeout: ctx.limits.headersMs,
    bodyTimeout: ctx.limits.bodyIdleMs,
    keepAliveTimeout: 4000,
  });
}

/** The failure behind an error of the transport; `late` is the class when the time ran out. */
export function brokenExchange(ctx: Context, error: unknown, stage: Stage, late?: FailureClass): ProbeFailure {
  if (error instanceof ProbeFailure) return error;
  if (ctx.signal.aborted) {
    if (ctx.signal.reason !== 'deadline') return new ProbeFailure('observer.cancelled');
    return new ProbeFailure(late ?? outOfTime(ctx, stage));
  }
  // A limit of one request, shorter than the attempt's.
  if (error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name))
    return new ProbeFailure(late ?? (stage === 'body' ? 'http.timeout_body' : 'http.timeout_headers'));
  const failureClass = classifyNetwork(error, stage, ctx.url.protocol === 'https:');
  if (late !== undefined && /timeout/.test(failureClass)) return new ProbeFailure(late);
  // A server that wanted our certificate hangs up without a word.
  if (failureClass === 'tcp.reset' && stage === 'headers' && ctx.peer?.asksForCertificate)
    return new ProbeFailure('tls.client_certificate');
  const chain = failureClass === 'tls.untrusted' && error instanceof Error ? cleanLine(error.message) : null;
  return new ProbeFailure(failureClass, chain ? { detail: `The certificate chain cannot be verified: ${chain}.` } : {});
}

/** Names the step that was still running when the time was over, and records it. */
function outOfTime(ctx: Context, stage: Stage): FailureClass {
  if (stage === 'body') return 'http.timeout_body';
  const steps = ctx.url.protocol === 'https:' ? (['dns', 'tcp', 'tls'] as const) : (['dns', 'tcp'] as const);
  const open = steps.find((name) => !ctx.phases.some((p) => p.name === name));
  if (open === undefined) return 'http.timeout_headers';
  recordPhase(ctx, { name: open, ms: round(performance.now() - ctx.from - ctx.connectMs), ok: false });
  return open === 'dns' ? 'dns.timeout' : open === 'tcp' ? 'tcp.timeout' : 'http.timeout_headers';
}

function essence(type = ''): string {
  const end = type.indexOf(';');
  return (end < 0 ? type : type.slice(0, end)).trim().toLowerCase();
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const out: Record<string, string> = {};
  let lines = 0;
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined) continue;
    lines += typeof value === 'string' ? 1 : value.length;
    out[name] = typeof value === 'string' ? value : value.join(', ');
  }
  if (lines > LIMITS.headerLines)
    throw new ProbeFailure('limit.headers', { detail: `The answer has more than ${LIMITS.headerLines} headers.` });
  return out;
}
