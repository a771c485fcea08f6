import { createHmac } from 'node:crypto';
import { webhookKey } from './webhook-secret.ts';

export type WebhookHeaders = Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>;

export type WebhookToSign = {
  /** The same on every attempt; holds no dot, because dots separate the signed parts. */
  id: string;
  /** Of this attempt, whole seconds of the epoch. */
  timestampSeconds: number;
  /** The very bytes that will be sent. */
  body: string;
  /** One secret, or two while a rotation overlaps: the receiver may check against either. */
  secrets: readonly string[];
};

/** The three headers of Standard Webhooks 1.0, one `v1,…` signature a secret, separated by spaces. */
export function signWebhook({ id, timestampSeconds, body, secrets }: WebhookToSign): WebhookHeaders {
  if (id === '' || id.includes('.')) throw new TypeError('a webhook id is not empty and holds no dot');
  if (!Number.isSafeInteger(timestampSeconds)) throw new TypeError('a webhook timestamp is whole seconds');
  if (secrets.length === 0) throw new TypeError('a webhook needs a secret');

  const signed = `${id}.${timestampSeconds}.${body}`;
  const signatures = secrets.map((secret) => {
    const digest = createHmac('sha256', webhookKey(secret)).update(signed, 'utf8').digest('base64');
    return `v1,${digest}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signatures.join(' '),
  };
}
