import { createTransport } from 'nodemailer';
import { type OutgoingMail, renderEmail } from '../channels/index.ts';
import type { SendResult } from '../judge-answer.ts';
import { deferredOrRefused, mailAnswer } from './judge-mail.ts';

export type MailSettings = {
  smtp: { host: string; port: number; secure: boolean; auth: { user: string; password: string } | null };
  /** `Name <name@host>` */
  from: string;
};

/** One attempt to hand an alert to the SMTP server; never throws. */
export type SendMail = (mail: OutgoingMail) => Promise<SendResult>;

export type Mailer = {
  sendAlert: SendMail;
  /** A word to people about the installation itself; rejects when the server does not take it. */
  sendNote(note: { to: string[]; subject: string; text: string }): Promise<void>;
};

const TIMEOUT_MS = 15_000;

/** Hands mail to the operator's SMTP server, each on a connection of its own: there is none to look after. */
export function createMailer({ smtp, from }: MailSettings, options: { timeoutMs?: number } = {}): Mailer {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const { host, port, secure, auth } = smtp;
  const transport = createTransport({
    host,
    port,
    secure,
    auth: auth ? { user: auth.user, pass: auth.password } : undefined,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What is in a mail is text, never the name of a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)>?$/.exec(from)?.[1] ?? host;

  return {
    async sendAlert({ event, links, eventId, to, unsubscribeUrl }) {
      const { headers, ...message } = renderEmail(event, links, { eventId, domain, unsubscribeUrl });
      const { 'Message-ID': messageId, ...rest } = headers;
      const startedAt = performance.now();
      const since = () => ({ durationMs: Math.round(performance.now() - startedAt), address: host });
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const { response } = await transport.sendMail({ from, to, messageId, headers: rest, ...message, signal });
        return mailAnswer({ ...since(), error: null, response });
      } catch (error) {
        return mailAnswer({ ...since(), ...deferredOrRefused(error) });
      }
    },
    async sendNote({ to, subject, text }) {
      await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
  };
}
