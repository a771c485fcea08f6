import { isAscii } from 'node:buffer';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { etagOf, isFresh } from '../http/etag.ts';
import { createSnapshotCache } from './snapshot-cache.ts';

const FRESH_MS = 5_000;
const STALE_MS = 60_000;
const MAX_RENDERED = 5_000;
/** URLs that are answered without being looked into. Whoever invents parameters only pushes out the oldest of them. */
const MAX_URLS = 5_000;
const MAX_URL_LENGTH = 300;
/** What fits into one packet gains nothing by being compressed. */
const MIN_GZIP_BYTES = 1_400;
/** Up to here, and without other characters than ASCII, head and body leave as one string: one write instead of a vector. */
const MAX_TEXT_BYTES = 8_192;
/** `gzip` in Accept-Encoding, unless it is refused (RFC 9110, 12.5.3). */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

type Variant = { body: Buffer; etag: string };
/** A rendered body, ready for the socket; until `freshUntil` (epoch ms) nobody is asked whether it still holds. */
export type Answer = { plain: Variant; gzip: Variant | null; freshUntil: number };

/** A variant with its whole head; only the request's id is missing. */
type Prepared = { etag: string; body: Buffer | string; found: string[]; notModified: string[] };
type Ready = { plain: Prepared; gzip: Prepared | null; freshUntil: number };

export type Answers = {
  /** First hook of all: a URL that was answered a moment ago is answered again, before anything else is done. */
  repeat: onRequestHookHandler;
  /** What `render` makes for this key, made at most once in five seconds. An old answer is better than an error. */
  get<T extends string | null>(key: string, render: () => Promise<T>): Promise<Answer | (T & null)>;
  /** Sends it with the headers that the reply has by now, compressed to who takes that, or 304 to who has it already. */
  send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply;
};

/** Answers of the public routes, the same for everybody: a hot one costs no query, no rendering and no hooks. */
export function createAnswers(now: () => number): Answers {
  const rendered = createSnapshotCache<Answer | null>({ max: MAX_RENDERED, freshMs: FRESH_MS, staleMs: STALE_MS, now });
  const ready = new Map<string, Ready>();

  return {
    repeat(request, reply, done) {
      const { raw } = request;
      const hot = ready.get(raw.url ?? '');
      if (hot === undefined || now() >= hot.freshUntil) return done();
      if (raw.method !== 'GET' && raw.method !== 'HEAD') return done();
      reply.hijack();
      const { etag, found, notModified, body } = choose(request, hot);
      if (isFresh(request, etag)) reply.raw.writeHead(304, [...notModified, 'x-request-id', request.id]).end();
      else reply.raw.writeHead(200, [...found, 'x-request-id', request.id]).end(body, 'latin1');
    },

    get<T extends string | null>(key: string, render: () => Promise<T>) {
      const load = async () => {
        const text = await render();
        return text === null ? null : { ...(await toVariants(text)), freshUntil: now() + FRESH_MS };
      };
      return rendered.get(key, load) as Promise<Answer | (T & null)>;
    },

    send(request, reply, answer) {
      if (answer.gzip) reply.header('vary', 'accept-encoding');
      remember(request.raw.url ?? '', answer, reply.getHeaders());
      const { etag, body } = choose(request, answer);
      reply.header('etag', etag);
      if (isFresh(request, etag)) return reply.code(304).send();
      if (body === answer.gzip?.body) reply.header('content-encoding', 'gzip');
      return reply.send(body);
    },
  };

  function remember(url: string, { plain, gzip, freshUntil }: Answer, headers: object): void {
    if (url.length > MAX_URL_LENGTH) return;
    ready.delete(url);
    ready.set(url, {
      plain: prepare(plain, headers, []),
      gzip: gzip && prepare(gzip, headers, ['content-encoding', 'gzip']),
      freshUntil,
    });
    const oldest = ready.keys().next();
    if (ready.size > MAX_URLS && !oldest.done) ready.delete(oldest.value);
  }
}

const choose = <V>({ headers }: FastifyRequest, { plain, gzip }: { plain: V; gzip: V | null }): V =>
  gzip !== null && TAKES_GZIP.test(String(headers['accept-encoding'] ?? '')) ? gzip : plain;

/** Two sequences of bytes are two representations: each has a strong validator of its own (RFC 9110, 8.8.3.3). */
async function toVariants(text: string): Promise<Pick<Answer, 'plain' | 'gzip'>> {
  const body = Buffer.from(text);
  const plain = { body, etag: etagOf(body) };
  if (body.byteLength < MIN_GZIP_BYTES) return { plain, gzip: null };
  const small = await promisify(gzip)(body);
  return { plain, gzip: { body: small, etag: etagOf(small) } };
}

function prepare({ body, etag }: Variant, headers: object, encoding: string[]): Prepared {
  const { 'x-request-id': _, 'content-type': type, ...kept } = headers as Record<string, unknown>;
  const notModified = [...Object.entries(kept).flatMap(([name, value]) => [name, String(value)]), 'etag', etag];
  const length = String(body.byteLength);
  const found = [...notModified, 'content-type', String(type), 'content-length', length, ...encoding];
  const isText = encoding.length === 0 && body.byteLength <= MAX_TEXT_BYTES && isAscii(body);
  return { etag, body: isText ? body.toString('latin1') : body, found, notModified };
}
