import { z } from 'zod';
import type { Reader } from '../reader.ts';
import { urlSchema } from '../url-schema.ts';

export type Smtp = {
  host: string;
  port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS where offered. */
  secure: boolean;
  auth: { user: string; password: string } | null;
};

export type MailSettings = { smtp: Smtp | null; mailFrom: string | null };

const smtpUrl = urlSchema(['smtp:', 'smtps:'], 'smtp://user:password@host:587')
  .refine((text) => !URL.canParse(text) || new URL(text).hostname !== '', 'must name a host')
  .transform(parseSmtpUrl);
const mailFrom = z.string().regex(/^(?:[^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address: Name <name@host>');

export function readMail(reader: Reader): MailSettings {
  const mail = {
    smtp: reader.read<Smtp | null>('SMTP_URL', smtpUrl, null),
    mailFrom: reader.read<string | null>('MAIL_FROM', mailFrom, null),
  };
  if (reader.text('SMTP_URL') && !reader.text('MAIL_FROM')) reader.fault('MAIL_FROM', 'is required with SMTP_URL');
  return mail;
}

function parseSmtpUrl(text: string): Smtp {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    auth: user ? { user, password: decodeURIComponent(url.password) } : null,
  };
}
