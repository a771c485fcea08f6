export * from './channels/index.ts';
export { nextAttemptAt, RETRY_LADDER_MS, type RetryQuestion } from './retry-ladder.ts';
export { type SendDeps, type SendResult, sendWebhook, type WebhookRequest } from './send-webhook.ts';
export { signWebhook, type WebhookHeaders, type WebhookToSign } from './sign-webhook.ts';
export { generateWebhookSecret } from './webhook-secret.ts';
