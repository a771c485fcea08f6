import type { FailureClass } from '@alivemcp/contracts';
import { GuardError } from './errors.ts';

/** Where an exchange stood when it broke. */
export type Stage = 'connect' | 'headers' | 'body';

const OURS: Record<string, FailureClass> = {
  EMFILE: 'observer.overload',
  ENFILE: 'observer.overload',
  ENOBUFS: 'observer.overload',
  ENOMEM: 'observer.overload',
  EADDRNOTAVAIL: 'observer.network',
  ENETDOWN: 'observer.network',
};

const DNS: Record<string, FailureClass> = {
  not_found: 'dns.not_found',
  temporary: 'dns.temporary',
  timeout: 'dns.timeout',
  resolver_down: 'observer.resolver',
};

const TCP: Record<string, FailureClass> = {
  ECONNREFUSED: 'tcp.refused',
  timeout: 'tcp.timeout',
  ETIMEDOUT: 'tcp.timeout',
  ECONNRESET: 'tcp.reset',
  EPIPE: 'tcp.reset',
  ECONNABORTED: 'tcp.reset',
  EHOSTUNREACH: 'tcp.unreachable',
  ENETUNREACH: 'tcp.unreachable',
  EHOSTDOWN: 'tcp.unreachable',
  EACCES: 'tcp.unreachable',
  EPERM: 'tcp.unreachable',
};

const TLS: Record<string, FailureClass> = {
  CERT_HAS_EXPIRED: 'tls.expired',
  CERT_NOT_YET_VALID: 'tls.not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls.wrong_host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls.self_signed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls.not_tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls.not_tls',
  ERR_SSL_BAD_RECORD_TYPE: 'tls.not_tls',
  ERR_SSL_HTTP_REQUEST: 'tls.not_tls',
  EPROTO: 'tls.protocol',
  timeout: 'http.timeout_headers',
};

/** Faults of a certificate chain are the rest of OpenSSL's verify codes, which have no prefix. */
function classifyTls(code: string): FailureClass {
  const known = TLS[code] ?? TCP[code];
  if (known !== undefined) return known;
  if (/CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE|PEER_DID_NOT_RETURN/.test(code)) return 'tls.client_certificate';
  if (/UNRECOGNIZED_NAME/.test(code)) return 'tls.wrong_host';
  if (/^ERR_(SSL|TLS)/.test(code)) return 'tls.protocol';
  return 'tls.untrusted';
}

/**
 * Failure class of an error thrown by the guard or by undici; what nobody can name is ours. The caller tells its own timeouts
 * apart.
 */
export function classifyNetwork(error: unknown, stage: Stage, isTls: boolean): FailureClass {
  if (error instanceof GuardError) {
    if (error.phase === 'check') return 'target.refused';
    if (error.phase === 'dns') return DNS[error.code] ?? OURS[error.code] ?? 'dns.temporary';
    const ours = OURS[error.code];
    if (ours !== undefined) return ours;
    return error.phase === 'tcp' ? (TCP[error.code] ?? 'tcp.unreachable') : classifyTls(error.code);
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return 'http.timeout_headers';
  if (code === 'UND_ERR_BODY_TIMEOUT') return 'http.timeout_body';
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') return 'limit.headers';
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'http.truncated';
  if (error instanceof Error && (code.startsWith('HPE_') || error.name === 'HTTPParserError'))
    return classifyParser(code, error.message, stage);
  if (isTls && code.startsWith('ERR_SSL')) return stage === 'body' ? 'http.truncated' : classifyTls(code);
  // undici refuses an interim answer that nobody asked for (HTTP 100, 101) with these; 101 even by an assertion of its own.
  if (code === 'ERR_ASSERTION' || (error instanceof Error && UNASKED.test(error.message))) return 'http.bad_framing';
  if (stage === 'body') return 'http.truncated';
  return code === 'UND_ERR_SOCKET' ? 'tcp.reset' : (TCP[code] ?? 'observer.network');
}

const UNASKED = /^bad (response|upgrade)$/;

/** undici 8 gives its parser's errors no code, only the reason in words. */
const NO_STATUS_LINE = /Expected HTTP|Invalid HTTP version|Invalid status code/;

function classifyParser(code: string, reason: string, stage: Stage): FailureClass {
  if (code === 'HPE_INVALID_EOF_STATE') return stage === 'body' ? 'http.truncated' : 'tcp.reset';
  const broken = /CHUNK|CONTENT_LENGTH|TRANSFER_ENCODING|HEADER|LF_EXPECTED|CR_EXPECTED|CLOSED_CONNECTION/.test(code);
  if (broken || stage === 'body') return 'http.bad_framing';
  return code === '' && !NO_STATUS_LINE.test(reason) ? 'http.bad_framing' : 'http.not_http';
}
