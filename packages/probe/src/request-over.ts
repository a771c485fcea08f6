import { Readable } from 'node:stream';
import type { Client, Dispatcher } from 'undici';

/** Who reads a body. Exactly one of `end` and `error` comes, as the last. */
export type BodyReader = { chunk(bytes: Uint8Array): void; end(): void; error(error: Error): void };

/** The body of an answer, for one reader: by callbacks, or as a stream where somebody wants to wait between its pieces. */
export type Body = {
  read(reader: BodyReader): void;
  stream(): Readable;
  /** Whether all of it has come, read or not. */
  readonly ended: boolean;
  /** Why there is no more of it; null while there may be. */
  readonly failed: Error | null;
  /** Gives the rest up, and its connection with it. */
  destroy(error?: Error): void;
};

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Body };

type Sent = {
  method: Dispatcher.HttpMethod;
  path: string;
  headers: Record<string, string>;
  body: string | null;
  headersTimeout?: number;
};

/** Unread pieces of a body beyond this stop the socket. */
const HIGH_WATER_BYTES = 65_536;
const GIVEN_UP = new Error('the rest of the body is not wanted');

/**
 * One request on a connection, without the stream that undici makes of every answer: most answers are one small piece. Rejects
 * with undici's own errors, or with the reason of `signal`. `onInfo` hears of each interim answer.
 */
export function requestOver(client: Client, sent: Sent, onInfo: () => void, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let body: ReturnType<typeof createBody> | null = null;
    const abort = (): void => controller?.abort(signal?.reason);
    const over = (): void => signal?.removeEventListener('abort', abort);
    if (signal?.aborted) return reject(signal.reason);
    signal?.addEventListener('abort', abort, { once: true });
    client.dispatch(sent, {
      onRequestStart(started) {
        controller = started;
        if (signal?.aborted) abort();
      },
      onResponseStart(started, status, headers) {
        if (status < 200) return onInfo();
        body = createBody(started);
        resolve({ status, headers, body: body.out });
      },
      onResponseData(_, chunk) {
        body?.chunk(chunk);
      },
      onResponseEnd() {
        over();
        body?.end();
      },
      onResponseError(_, error) {
        over();
        if (body) body.fail(error);
        else reject(error);
      },
    });
  });
}

function createBody(controller: Dispatcher.DispatchController) {
  let reader: BodyReader | null = null;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let ended = false;
  let failed: Error | null = null;

  const out: Body = {
    get ended() {
      return ended;
    },
    get failed() {
      return failed;
    },
    read(next) {
      reader = next;
      for (const bytes of waiting.splice(0)) next.chunk(bytes);
      if (failed) next.error(failed);
      else if (ended) next.end();
      else controller.resume();
    },
    stream() {
      const stream = new Readable({
        read: () => controller.resume(),
        destroy(error, done) {
          if (!ended) out.destroy(error ?? undefined);
          done(error);
        },
      });
      // Nobody listens between two pieces; the next one to read meets the error.
      stream.on('error', () => {});
      out.read({
        chunk: (bytes) => {
          if (!stream.push(bytes)) controller.pause();
        },
        end: () => void stream.push(null),
        error: (error) => void stream.destroy(error),
      });
      return stream;
    },
    destroy(error = GIVEN_UP) {
      if (!ended && failed === null) controller.abort(error);
    },
  };
  return {
    out,
    chunk(bytes: Uint8Array): void {
      if (failed) return;
      if (reader) {
        reader.chunk(bytes);
        return;
      }
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes > HIGH_WATER_BYTES) controller.pause();
    },
    end(): void {
      ended = true;
      reader?.end();
    },
    fail(error: Error): void {
      if (ended || failed) return;
      failed = error;
      waiting = [];
      reader?.error(error);
    },
  };
}
