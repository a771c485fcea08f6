import type { WebhookBody } from '@alivemcp/contracts';
import type { EmailSettings } from './email-settings.ts';

/**
 * Thread, unsubscribe and "no answer, please" headers. The thread hangs on a message that was never sent, so that it does not
 * matter which mail of an incident comes first.
 */
export function emailHeaders(
  { data }: WebhookBody,
  { eventId, domain, unsubscribeUrl }: EmailSettings,
): Record<string, string> {
  const thread = messageId(data.incident?.id ?? data.dedupKey, domain);
  return {
    'Message-ID': messageId(eventId, domain),
    'In-Reply-To': thread,
    References: thread,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

const messageId = (key: string, domain: string): string => `<${key.replace(/[^\w-]/g, '.')}@${domain}>`;
