import type { FailureClass } from '@alivemcp/contracts';
import { classifyNetwork, type Guard } from '@alivemcp/net-guard';
import { Agent, request } from 'undici';
import manifest from '../package.json' with { type: 'json' };
import type { ChannelRequest } from './channels/request.ts';
import { readUpTo } from './read-up-to.ts';
import { parseRetryAfter } from './retry-after.ts';
import { shownText } from './shown-text.ts';

const TIMEOUT_MS = 15_000;
const MAX_BODY_BYTES = 64 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const USER_AGENT = `AliveMCP/${manifest.version} (+https://alivemcp.com/webhooks)`;

/** A message to a vendor, or a plain GET. */
export type OutgoingRequest =
  | ChannelRequest
  | { method: 'GET'; url: string; headers: Record<string, string>; body?: undefined };

export type SendDeps = {
  guard: Pick<Guard, 'checkUrl' | 'connector'>;
  /** Wall clock, epoch ms. */
  now: () => number;
  /** For the whole exchange; 15 s when left out. */
  timeoutMs?: number;
  userAgent?: string;
};

/** What came back: a status, or why there is none. */
export type Answer = {
  status: number | null;
  /** Null exactly when there is a status. */
  silence: FailureClass | null;
  durationMs: number;
  /** The address that was connected to; null when no connection came about. */
  address: string | null;
  /** First 4 KiB, cleaned; empty when there was no answer. */
  text: string;
  /** From the header, in milliseconds. */
  retryAfterMs: number | null;
};

/**
 * One request to an address that a stranger chose: through the guard, on a connection of its own, no redirects.
 * Never throws for what the receiver or the network does. The status line decides: once it has come, an answer
 * whose body breaks off or drags is only cut, so that an accepted message is not sent again.
 */
export async function sendRequest({ method, url, headers, body }: OutgoingRequest, deps: SendDeps): Promise<Answer> {
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS);
  let address: string | null = null;
  const connect = deps.guard.connector({ signal });
  const agent = new Agent({
    connect: (target, done) =>
      connect(target, (...outcome) => {
        address = outcome[1]?.remoteAddress ?? null;
        done(...outcome);
      }),
    // The deadline above is the only clock.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: MAX_HEADER_BYTES,
    allowH2: false,
  });

  const answered = (rest: Pick<Answer, 'status' | 'silence' | 'text' | 'retryAfterMs'>): Answer => ({
    durationMs: Math.round(performance.now() - startedAt),
    address,
    ...rest,
  });
  const silence = (why: FailureClass) => answered({ status: null, silence: why, text: '', retryAfterMs: null });

  const target = deps.guard.checkUrl(url);
  if (!target.ok) return silence('target.refused');
  try {
    const answer = await request(target.url, {
      method,
      headers: { ...headers, 'user-agent': deps.userAgent ?? USER_AGENT },
      body,
      dispatcher: agent,
      signal,
    });
    return answered({
      status: answer.statusCode,
      silence: null,
      text: shownText(await readUpTo(answer.body, MAX_BODY_BYTES)),
      retryAfterMs: parseRetryAfter(answer.headers['retry-after'], deps.now()),
    });
  } catch (error) {
    if (signal.aborted) return silence(address === null ? 'tcp.timeout' : 'http.timeout_headers');
    return silence(classifyNetwork(error, address === null ? 'connect' : 'headers', target.url.protocol === 'https:'));
  } finally {
    await agent.destroy();
  }
}
