import type { Transcript } from '@alivemcp/contracts';
import { cleanText } from '@alivemcp/contracts';
import type { Context } from './context.ts';
import { LIMITS } from './limits.ts';
import { textOf } from './raw.ts';
import { createRedactor } from './redact.ts';

const HEADER_CHARS = 1024;

/**
 * The failing exchange as it may be shown: bounded, cleaned, and without secrets. Null when nothing was sent. Cleaned
 * first: a hidden character must not keep a secret from being seen.
 */
export function buildTranscript(ctx: Context): Transcript | null {
  const { exchange } = ctx;
  if (exchange === null) return null;
  const redact = createRedactor(ctx.secrets);
  const shown = (text: string): string => redact.text(cleanText(text));
  const headers = (input: Record<string, string>): Record<string, string> => {
    const cleaned = Object.entries(input).map(([name, value]) => [cleanText(name), cleanText(value)]);
    const safe = Object.entries(redact.headers(Object.fromEntries(cleaned)));
    return Object.fromEntries(safe.map(([name, value]) => [name, value.slice(0, HEADER_CHARS)]));
  };
  const request = headers(exchange.headers);
  // Our own credential is masked under whatever name its owner gave the header.
  for (const name of Object.keys(ctx.authHeaders)) if (name in request) request[name] = '[redacted]';
  const sent = exchange.body === null ? null : cut(shown(exchange.body));
  const { response } = exchange;
  const whole = response?.body == null ? null : textOf(response.body);
  // More than is shown, so that a secret at the cut is seen whole.
  const start = whole?.slice(0, LIMITS.transcriptKeptChars) ?? null;
  const got = start === null ? null : shown(start);
  const body = got === null ? null : cut(got);
  return {
    request: { method: exchange.method, url: redact.url(exchange.url), headers: request, body: sent },
    response: response && {
      status: response.status,
      headers: headers(response.headers),
      body,
      truncated: response.truncated || start !== whole || body !== got,
    },
  };
}

const room = new Uint8Array(LIMITS.transcriptBytes);

/** As much of a text as fits, by whole characters. */
const cut = (text: string): string => text.slice(0, new TextEncoder().encodeInto(text, room).read);
