import { parentPort, workerData } from 'node:worker_threads';
import { sayError } from './say-error.ts';
import type { Answer, Question } from './verdict.ts';

/** One client over one transport. */
export type Dialogue = {
  /** Connects and lists the tools. */
  list(): Promise<Pick<Answer, 'protocolVersion' | 'tools'>>;
  /** Ends the session and closes. */
  end(): Promise<void>;
};

export type Open = (transport: 'streamable-http' | 'sse', question: Question) => Dialogue;

const END_MS = 1000;

/** The life of a client's thread: asks, posts the answer, ends what it opened, and is gone. */
export async function answer(open: Open): Promise<void> {
  const question: Question = workerData;
  const opened: Dialogue[] = [];
  const from = performance.now();
  const list = (transport: 'streamable-http' | 'sse') => {
    const dialogue = open(transport, question);
    opened.push(dialogue);
    return dialogue.list();
  };
  const { promise: late, reject } = Promise.withResolvers<never>();
  setTimeout(() => reject(new Error('no answer in time')), question.timeoutMs);
  const answered = await Promise.race([listOver(question, list), late]).then(
    (seen) => ({ ok: true, error: null, ...seen }),
    (error: unknown) => ({ ok: false, error: sayError(error), protocolVersion: null, tools: null }),
  );
  const durationMs = Math.round(performance.now() - from);
  parentPort?.postMessage({ ...answered, durationMs } satisfies Answer);
  const ended = Promise.allSettled(opened.map((dialogue) => dialogue.end()));
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, END_MS))]);
  process.exit();
}

/** Streamable HTTP, and after a 4xx the old transport, as the SDKs' documentation advises. */
async function listOver<T>(
  { transport }: Question,
  list: (transport: 'streamable-http' | 'sse') => Promise<T>,
): Promise<T> {
  if (transport !== 'auto') return list(transport);
  try {
    return await list('streamable-http');
  } catch (first) {
    if (!isClientError(first)) throw first;
    return list('sse').catch((second: unknown) => {
      throw new Error(`${sayError(first)}; over HTTP+SSE: ${sayError(second)}`);
    });
  }
}

/** `code` is the status in StreamableHTTPError of 1.x, `status` in SdkHttpError of 2.x, which may be a cause. */
function isClientError(error: unknown): boolean {
  const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: unknown };
  const found = Number(status ?? code);
  return (found >= 400 && found < 500) || (cause instanceof Error && isClientError(cause));
}
