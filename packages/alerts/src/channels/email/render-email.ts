import type { WebhookBody } from '@alivemcp/contracts';
import { alertText } from '../alert/alert-text.ts';
import { cutTo } from '../alert/cut-to.ts';
import type { AlertLinks } from '../alert/links-of.ts';
import { plainText } from '../alert/plain-text.ts';
import { emailHeaders } from './email-headers.ts';
import { emailHtml } from './email-html.ts';
import type { EmailSettings } from './email-settings.ts';
import { emailSubject } from './email-subject.ts';

const MAX_SUBJECT = 150;

export type EmailMessage = { subject: string; text: string; html: string; headers: Record<string, string> };

/** A mail without sender and receiver. All mails of an incident are one thread. */
export function renderEmail(event: WebhookBody, links: AlertLinks, settings: EmailSettings): EmailMessage {
  const alert = alertText(event, links);
  const { unsubscribeUrl } = settings;
  return {
    subject: cutTo(emailSubject(event, alert.title), MAX_SUBJECT),
    text: `${alert.title}\n\n${plainText(alert)}\n\n-- \nSent by AliveMCP. Unsubscribe: ${unsubscribeUrl}\n`,
    html: emailHtml(alert, unsubscribeUrl),
    headers: emailHeaders(event, settings),
  };
}
