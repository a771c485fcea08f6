export * from './channels/index.ts';
export type { SendResult } from './judge-answer.ts';
export { createMailer, type Mailer, type MailSettings, type SendMail } from './mail/create-mailer.ts';
export { nextAttemptAt, RETRY_LADDER_MS, type RetryQuestion } from './retry-ladder.ts';
export { type AlertDeps, type OutgoingAlert, sendAlert } from './send-alert.ts';
export { type SendDeps, sendRequest } from './send-request.ts';
export { sendWebhook, type WebhookRequest } from './send-webhook.ts';
export { signWebhook, type WebhookHeaders, type WebhookToSign } from './sign-webhook.ts';
export { generateWebhookSecret } from './webhook-secret.ts';
