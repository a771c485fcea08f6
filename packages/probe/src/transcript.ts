import type { Transcript } from '@alivemcp/contracts';
import { cleanText } from '@alivemcp/contracts';
import type { Context } from './context.ts';
import { LIMITS } from './limits.ts';
import { createRedactor } from './redact.ts';

/** The failing exchange as it may be shown: bounded, cleaned, and without secrets. Null when nothing was sent. */
export function buildTranscript(ctx: Context): Transcript | null {
  const { exchange } = ctx;
  if (exchange === null) return null;
  const redact = createRedactor(ctx.secrets);
  const shown = (text: string | null): string | null =>
    text === null ? null : redact.text(cleanText(text)).slice(0, LIMITS.transcriptBytes);
  const headers = (input: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(redact.headers(input)).map(([k, v]) => [cleanText(k), cleanText(v).slice(0, 1024)]),
    );
  const request = headers(exchange.headers);
  // Our own credential is masked under whatever name its owner gave the header.
  for (const name of Object.keys(ctx.authHeaders)) if (name in request) request[name] = '[redacted]';
  return {
    request: { method: exchange.method, url: redact.url(exchange.url), headers: request, body: shown(exchange.body) },
    response: exchange.response && {
      status: exchange.response.status,
      headers: headers(exchange.response.headers),
      body: shown(exchange.response.text),
      truncated: exchange.response.truncated,
    },
  };
}
