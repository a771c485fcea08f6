import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { etagOf, isFresh } from '../http/etag.ts';
import { createSnapshotCache } from './snapshot-cache.ts';

const FRESH_MS = 5_000;
const STALE_MS = 60_000;
const MAX_RENDERED = 5_000;
/** URLs that are answered without being looked into. Whoever invents parameters only pushes out the oldest of them. */
const MAX_URLS = 5_000;
const MAX_URL_LENGTH = 300;

/** A rendered body, ready for the socket; until `freshUntil` (epoch ms) nobody is asked whether it still holds. */
export type Answer = { body: Buffer; etag: string; freshUntil: number };

type Ready = { answer: Answer; found: string[]; notModified: string[] };

export type Answers = {
  /** First hook of all: a URL that was answered a moment ago is answered again, before anything else is done. */
  repeat: onRequestHookHandler;
  /** What `render` makes for this key, made at most once in five seconds. An old answer is better than an error. */
  get<T extends string | null>(key: string, render: () => Promise<T>): Promise<Answer | (T & null)>;
  /** Sends it with the headers that the reply has by now, or 304 to who has it already. */
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
      if (hot === undefined || now() >= hot.answer.freshUntil) return done();
      if (raw.method !== 'GET' && raw.method !== 'HEAD') return done();
      reply.hijack();
      if (isFresh(request, hot.answer.etag)) {
        reply.raw.writeHead(304, [...hot.notModified, 'x-request-id', request.id]).end();
      } else {
        reply.raw.writeHead(200, [...hot.found, 'x-request-id', request.id]).end(hot.answer.body);
      }
    },

    get<T extends string | null>(key: string, render: () => Promise<T>) {
      const load = async () => {
        const text = await render();
        if (text === null) return null;
        const body = Buffer.from(text);
        return { body, etag: etagOf(body), freshUntil: now() + FRESH_MS };
      };
      return rendered.get(key, load) as Promise<Answer | (T & null)>;
    },

    send(request, reply, answer) {
      reply.header('etag', answer.etag);
      remember(request.raw.url ?? '', answer, reply.getHeaders());
      return isFresh(request, answer.etag) ? reply.code(304).send() : reply.send(answer.body);
    },
  };

  function remember(url: string, answer: Answer, headers: ReturnType<FastifyReply['getHeaders']>): void {
    if (url.length > MAX_URL_LENGTH) return;
    const { 'x-request-id': _, 'content-type': type, ...kept } = headers;
    const notModified = Object.entries(kept).flatMap(([name, value]) => [name, String(value)]);
    const length = String(answer.body.byteLength);
    const found = [...notModified, 'content-type', String(type), 'content-length', length];
    ready.delete(url);
    ready.set(url, { answer, found, notModified });
    const oldest = ready.keys().next();
    if (ready.size > MAX_URLS && !oldest.done) ready.delete(oldest.value);
  }
}
