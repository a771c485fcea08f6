import { chunks, keepText, settle } from './body.ts';
import type { Context } from './context.ts';
import { ProbeFailure } from './failure.ts';
import { isServerMessage, type Parsed, parseReply } from './json-rpc.ts';
import { LIMITS } from './limits.ts';
import { createSseParser, type SseEvent } from './sse-parser.ts';
import type { Reply } from './wire.ts';

/** Events of one `text/event-stream` body, pulled one by one. */
export function createSseReader(ctx: Context, reply: Reply) {
  const source = chunks(ctx, reply);
  const parser = createSseParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const queue: SseEvent[] = [];
  let events = 0;
  let primed = false;
  /** Events and comments before the present wait. */
  let heard = 0;

  /** The next event, or null at the end of the stream. */
  const next = async (): Promise<SseEvent | null> => {
    for (;;) {
      const event = queue.shift();
      if (event !== undefined) {
        if (++events > LIMITS.sseEvents || event.data.length > LIMITS.sseEventChars)
          throw new ProbeFailure('limit.events');
        if (event.id !== null && event.data === '') primed = true;
        return event;
      }
      const { done, value } = await pull();
      if (done || value === undefined) return null;
      const text = decode(value);
      keepText(reply, text);
      queue.push(...parser.push(text));
      if (parser.pendingChars > LIMITS.sseEventChars) throw new ProbeFailure('limit.events');
    }
  };

  const pull = async () => {
    try {
      return await source.next();
    } catch (error) {
      // Out of time: a stream that kept talking is another fault than one that fell silent.
      const alive = events + parser.comments > heard;
      if (error instanceof ProbeFailure && error.failureClass === 'http.timeout_body' && alive)
        throw new ProbeFailure('mcp.sse_endless');
      throw error;
    }
  };

  const decode = (bytes: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: true });
    } catch {
      throw new ProbeFailure('mcp.sse_bad_json', { detail: 'The event stream is not valid UTF-8.' });
    }
  };

  /** The first message that is a reply, to request `id` or another, and not the server's own request or notification. */
  const awaitReply = async (id: number): Promise<Parsed> => {
    heard = events + parser.comments;
    for (let event = await next(); event !== null; event = await next()) {
      if (event.type !== 'message' || event.data === '') continue;
      const parsed = parseReply(ctx, id, event.data, 'mcp.sse_bad_json');
      if (!isServerMessage(parsed.value)) return parsed;
    }
    throw new ProbeFailure(primed ? 'mcp.sse_closed_early' : 'mcp.sse_no_reply');
  };

  return { next, reply: awaitReply, settle: () => settle(reply, () => source) };
}
export type SseReader = ReturnType<typeof createSseReader>;
