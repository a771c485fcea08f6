import type { FastifyReply } from 'fastify';

export type EventStream = {
  /** Writes an event or a comment, whole. A reader who lets too much wait is cut off. */
  send(text: string): void;
  end(): void;
};

const MAX_UNREAD_BYTES = 256 * 1024;
const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  // A connection kept alive after its stream would hold up a stop.
  connection: 'close',
};

/** Answers with server-sent events (WHATWG HTML, 9.2), past Fastify's own sending. `onClose` is called once, however it ends. */
export function openEventStream(reply: FastifyReply, onClose: () => void): EventStream {
  const { raw } = reply.headers(HEADERS).hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  if (raw.closed) process.nextTick(onClose);
  else raw.once('close', onClose);

  return {
    send(text) {
      if (raw.writableEnded || raw.destroyed) return;
      raw.write(text);
      if (raw.writableLength > MAX_UNREAD_BYTES) raw.destroy();
    },
    end: () => void raw.end(),
  };
}
