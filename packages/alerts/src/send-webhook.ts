import type { ChannelRequest } from './channels/request.ts';
import { judgeAnswer, type SendResult } from './judge-answer.ts';
import { type SendDeps, sendRequest } from './send-request.ts';
import { signWebhook } from './sign-webhook.ts';

export type WebhookRequest = {
  url: string;
  /** The event's id: the receiver's key against doubles, the same on every attempt. */
  id: string;
  /** Signed and sent as it is. */
  body: string;
  secrets: readonly string[];
};

/** One signed attempt at one webhook. Throws only where a secret is none. */
export async function sendWebhook(webhook: WebhookRequest, deps: SendDeps): Promise<SendResult> {
  return judgeAnswer('webhook', await sendRequest(signedRequest(webhook, deps.now()), deps));
}

function signedRequest({ url, id, body, secrets }: WebhookRequest, now: number): ChannelRequest {
  const signature = signWebhook({ id, body, secrets, timestampSeconds: Math.floor(now / 1_000) });
  return { method: 'POST', url, headers: { ...signature, 'content-type': 'application/json' }, body };
}
