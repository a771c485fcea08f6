export type EmailSettings = {
  /** Of the event: a mail sent twice is the same mail. */
  eventId: string;
  /** The right-hand side of message ids, from `MAIL_FROM`. */
  domain: string;
  /** For this receiver and this channel; a POST to it unsubscribes at once (RFC 8058). */
  unsubscribeUrl: string;
};
