import { createGunzip } from 'node:zlib';
import type { Context } from './context.ts';
import { ProbeFailure } from './failure.ts';
import { LIMITS } from './limits.ts';
import { brokenExchange, type Reply } from './wire.ts';

/** Chunks of a body, counted on the wire and, for gzip, after decoding. Throws ProbeFailure. */
export async function* chunks(ctx: Context, reply: Reply): AsyncGenerator<Uint8Array, void, undefined> {
  const encoding = (reply.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding !== '' && encoding !== 'identity') {
    if (encoding !== 'gzip' && encoding !== 'x-gzip') throw new ProbeFailure('http.encoding');
    yield* gunzipped(ctx, reply);
    return;
  }
  try {
    let size = 0;
    for await (const chunk of reply.body.stream() as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > LIMITS.wireBytes) throw new ProbeFailure('limit.body');
      yield chunk;
    }
  } catch (error) {
    throw brokenExchange(ctx, error, 'body');
  }
}

async function* gunzipped(ctx: Context, reply: Reply): AsyncGenerator<Uint8Array, void, undefined> {
  let wire = 0;
  let decoded = 0;
  const gunzip = createGunzip();
  const packed = reply.body.stream();
  packed.on('data', (chunk: Uint8Array) => {
    wire += chunk.length;
    if (wire > LIMITS.wireBytes) gunzip.destroy(new ProbeFailure('limit.body'));
  });
  packed.on('error', (error) => gunzip.destroy(brokenExchange(ctx, error, 'body')));
  packed.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      decoded += chunk.length;
      const bomb = decoded > LIMITS.ratioFromBytes && decoded > wire * LIMITS.ratio;
      if (decoded > LIMITS.decodedBytes || bomb) throw new ProbeFailure('limit.decoded');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ProbeFailure) throw error;
    throw ctx.signal.aborted ? brokenExchange(ctx, error, 'body') : new ProbeFailure('http.encoding');
  } finally {
    packed.destroy();
  }
}

/** The whole body, kept for the transcript. */
export const readBytes = (ctx: Context, reply: Reply): Promise<Uint8Array> =>
  'content-encoding' in reply.headers ? decodedBytes(ctx, reply) : plainBytes(ctx, reply);

async function decodedBytes(ctx: Context, reply: Reply): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks(ctx, reply)) parts.push(chunk);
  return keepBytes(reply, parts);
}

/** Without a stream, because that costs a fifth of the whole probe's CPU. */
function plainBytes(ctx: Context, reply: Reply): Promise<Uint8Array> {
  const { body } = reply;
  const parts: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    body.read({
      chunk: (bytes) => {
        size += bytes.length;
        if (size > LIMITS.wireBytes) body.destroy(new ProbeFailure('limit.body'));
        else parts.push(bytes);
      },
      end: () => resolve(keepBytes(reply, parts)),
      error: (error) => reject(brokenExchange(ctx, error, 'body')),
    });
  });
}

function keepBytes(reply: Reply, parts: Uint8Array[]): Uint8Array {
  const bytes = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  if (reply.exchange.response !== null) reply.exchange.response.body = bytes;
  return bytes;
}

/** What an error answer says: at most 64 KiB and never a failure of its own. */
export async function readErrorText(ctx: Context, reply: Reply): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks(ctx, reply)) {
      parts.push(chunk);
      size += chunk.length;
      if (size >= LIMITS.errorBodyBytes) break;
    }
  } catch {
    // The status is the finding; a broken body adds nothing.
  }
  const text = Buffer.concat(parts).toString('utf8');
  keepText(reply, text);
  return text;
}

/** Keeps the start of an answer for the transcript. */
export function keepText(reply: Reply, text: string): void {
  const { response } = reply.exchange;
  if (response === null || response.truncated) return;
  const all = (response.body ?? '') + text;
  response.truncated = all.length > LIMITS.transcriptKeptChars;
  response.body = all.slice(0, LIMITS.transcriptKeptChars);
}

const SETTLE_MS = 25;

/** Waits a moment for the end of a stream, so that its connection can be used again; else gives it up. */
export async function settle({ body }: Reply, readRest: () => AsyncIterator<unknown>): Promise<void> {
  if (body.ended || body.failed) return;
  const rest = readRest();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), SETTLE_MS);
  });
  const end = (async () => {
    for (let left = 64; left > 0; left--) if ((await rest.next()).done) return true;
    return false;
  })().catch(() => false);
  const ended = await Promise.race([end, late]);
  clearTimeout(timer);
  if (!ended) body.destroy();
}
