import { type DeliveryResult, type FailureClass, failureClassOfStatus } from '@alivemcp/contracts';
import { classifyNetwork, type Guard } from '@alivemcp/net-guard';
import { Agent, request } from 'undici';
import manifest from '../package.json' with { type: 'json' };
import { readUpTo } from './read-up-to.ts';
import { parseRetryAfter } from './retry-after.ts';
import { shownText } from './shown-text.ts';
import { signWebhook } from './sign-webhook.ts';

const TIMEOUT_MS = 15_000;
const MAX_BODY_BYTES = 64 * 1024;
const MAX_HEADER_BYTES = 16 * 1024;
const USER_AGENT = `AliveMCP/${manifest.version} (+https://alivemcp.com/webhooks)`;

export type WebhookRequest = {
  url: string;
  /** The event's id: the receiver's key against doubles, the same on every attempt. */
  id: string;
  /** Stored once, signed and sent as it is. */
  body: string;
  secrets: readonly string[];
};

export type SendDeps = {
  guard: Pick<Guard, 'checkUrl' | 'connector'>;
  /** Wall clock, epoch ms. */
  now: () => number;
  /** For the whole exchange; 15 s when left out. */
  timeoutMs?: number;
  userAgent?: string;
};

/** `retryAfterMs`: how long the receiver asked us to wait. */
export type SendResult = DeliveryResult & { retryAfterMs: number | null };

/**
 * One signed attempt at one webhook: through the guard, on a connection of its own, no redirects.
 * Never throws for what the receiver or the network does. The status line decides: once it has come, an answer
 * whose body breaks off or drags is only cut, so that an accepted message is not sent again.
 */
export async function sendWebhook(webhook: WebhookRequest, deps: SendDeps): Promise<SendResult> {
  const headers = {
    ...signWebhook({ ...webhook, timestampSeconds: Math.floor(deps.now() / 1_000) }),
    'content-type': 'application/json',
    'user-agent': deps.userAgent ?? USER_AGENT,
  };
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

  const finish = (answer: Omit<SendResult, 'ok' | 'durationMs' | 'address'>): SendResult => ({
    ok: answer.error === null,
    durationMs: Math.round(performance.now() - startedAt),
    address,
    ...answer,
  });
  const silence = (error: FailureClass) =>
    finish({ status: null, error, responseBody: null, retryAfterMs: null, gone: false });

  const target = deps.guard.checkUrl(webhook.url);
  if (!target.ok) return silence('target.refused');
  try {
    const answer = await request(target.url, {
      method: 'POST',
      headers,
      body: webhook.body,
      dispatcher: agent,
      signal,
    });
    return finish({
      status: answer.statusCode,
      error: failureClassOfStatus(answer.statusCode),
      responseBody: shownText(await readUpTo(answer.body, MAX_BODY_BYTES)),
      retryAfterMs: parseRetryAfter(answer.headers['retry-after'], deps.now()),
      gone: answer.statusCode === 410,
    });
  } catch (error) {
    if (signal.aborted) return silence(address === null ? 'tcp.timeout' : 'http.timeout_headers');
    return silence(classifyNetwork(error, address === null ? 'connect' : 'headers', target.url.protocol === 'https:'));
  } finally {
    await agent.destroy();
  }
}
