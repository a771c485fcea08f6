import { cleanText, type DeliveryError } from '@alivemcp/contracts';
import { classifyNetwork } from '@alivemcp/net-guard';
import type { SendResult } from '../judge-answer.ts';

type Failed = { error: DeliveryError; response: string | null };

const MAX_RESPONSE = 4_096;
/** The receiver's mailbox does not exist (RFC 3463). */
const NO_SUCH_ADDRESS = /\b5\.1\.(?:1|10)\b/;

/** Why a mail was not taken, from what nodemailer throws. */
export function deferredOrRefused(thrown: unknown): Failed {
  const { code, originalCode, responseCode, response } = thrown as {
    code?: string;
    originalCode?: string;
    responseCode?: number;
    response?: string;
  };
  // Whom the operator's own server does not know is nothing for the log of a channel.
  if (code === 'EAUTH' || code === 'ENOAUTH') return { error: 'mail.login_refused', response: null };
  if (responseCode !== undefined)
    return { error: responseCode >= 500 ? 'mail.refused' : 'mail.deferred', response: response ?? null };
  if (code === 'EDNS') return { error: 'dns.not_found', response: null };
  if (originalCode !== undefined) return { error: socketFault(originalCode), response: null };
  return { error: code === 'ETLS' ? 'tls.protocol' : 'tcp.timeout', response: null };
}

function socketFault(code: string): DeliveryError {
  if (/CERT|SIGNED|ISSUER/.test(code)) return 'tls.untrusted';
  return classifyNetwork(Object.assign(new Error(code), { code }), 'connect', true);
}

export function mailAnswer(answer: {
  error: DeliveryError | null;
  response: string | null;
  durationMs: number;
  address: string;
}): SendResult {
  const { error, response, durationMs, address } = answer;
  const status = Number(response?.slice(0, 3));
  return {
    ok: error === null,
    status: Number.isInteger(status) && status >= 200 ? status : null,
    durationMs,
    address,
    error,
    responseBody: response && cleanText(response.slice(0, MAX_RESPONSE)),
    gone:
      error === 'mail.refused' && NO_SUCH_ADDRESS.test(response ?? '')
        ? 'The mail server says that there is no such address.'
        : null,
    retryAfterMs: null,
  };
}
