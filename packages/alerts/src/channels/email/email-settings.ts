import type { WebhookBody } from '@alivemcp/contracts';
import type { AlertLinks } from '../alert/links-of.ts';

export type EmailSettings = {
  /** Of the event: a mail sent twice is the same mail. */
  eventId: string;
  /** The right-hand side of message ids, from `MAIL_FROM`. */
  domain: string;
  /** For this receiver and this channel; a POST to it unsubscribes at once (RFC 8058). */
  unsubscribeUrl: string;
};

export type OutgoingMail = {
  event: WebhookBody;
  links: AlertLinks;
  eventId: string;
  to: string;
  unsubscribeUrl: string;
};
