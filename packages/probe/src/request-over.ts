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
    if (signal?.aborted) reject(signal.reason);
    else client.dispatch(sent, new Incoming(resolve, reject, onInfo, signal));
  });
}

/** What comes back on one request. A class, because a probe makes several and closures would cost it more. */
class Incoming implements Dispatcher.DispatchHandler, Body {
  ended = false;
  failed: Error | null = null;
  #reader: BodyReader | null = null;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #begun = false;
  #controller: Dispatcher.DispatchController | null = null;
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (error: Error) => void;
  readonly #onInfo: () => void;
  readonly #signal: AbortSignal | undefined;

  constructor(
    resolve: (answer: Answer) => void,
    reject: (error: Error) => void,
    onInfo: () => void,
    signal: AbortSignal | undefined,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#onInfo = onInfo;
    this.#signal = signal;
    signal?.addEventListener('abort', this, { once: true });
  }

  /** How the signal calls. */
  handleEvent(): void {
    this.#controller?.abort(this.#signal?.reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#signal?.aborted) this.handleEvent();
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Answer['headers']): void {
    if (status < 200) this.#onInfo();
    else {
      this.#begun = true;
      this.#resolve({ status, headers, body: this });
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, bytes: Uint8Array): void {
    if (this.failed) return;
    if (this.#reader) {
      this.#reader.chunk(bytes);
      return;
    }
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > HIGH_WATER_BYTES) controller.pause();
  }

  onResponseEnd(): void {
    this.#signal?.removeEventListener('abort', this);
    this.ended = true;
    this.#reader?.end();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#signal?.removeEventListener('abort', this);
    if (!this.#begun) this.#reject(error);
    if (!this.#begun || this.ended || this.failed) return;
    this.failed = error;
    this.#waiting = [];
    this.#reader?.error(error);
  }

  read(reader: BodyReader): void {
    this.#reader = reader;
    for (const bytes of this.#waiting.splice(0)) reader.chunk(bytes);
    if (this.failed) reader.error(this.failed);
    else if (this.ended) reader.end();
    else this.#controller?.resume();
  }

  stream(): Readable {
    const stream = new Readable({
      read: () => this.#controller?.resume(),
      destroy: (error, done) => {
        if (!this.ended) this.destroy(error ?? undefined);
        done(error);
      },
    });
    // Nobody listens between two pieces; the next one to read meets the error.
    stream.on('error', () => {});
    this.read({
      chunk: (bytes) => {
        if (!stream.push(bytes)) this.#controller?.pause();
      },
      end: () => void stream.push(null),
      error: (error) => void stream.destroy(error),
    });
    return stream;
  }

  destroy(error = GIVEN_UP): void {
    if (!this.ended && this.failed === null) this.#controller?.abort(error);
  }
}
