import type { FailureClass } from '@alivemcp/contracts';
import { GuardError } from '@alivemcp/net-guard';
import { errors } from 'undici';

/** Codes of the guard, Node, OpenSSL and undici, in the words of our failure classes. */
const BY_CODE: Record<string, FailureClass> = {
  ECONNREFUSED: 'tcp.refused',
  ETIMEDOUT: 'tcp.timeout',
  EHOSTUNREACH: 'tcp.unreachable',
  ENETUNREACH: 'tcp.unreachable',
  EHOSTDOWN: 'tcp.unreachable',
  EACCES: 'tcp.unreachable',
  EPERM: 'tcp.unreachable',
  EADDRNOTAVAIL: 'tcp.unreachable',
  ECONNRESET: 'tcp.reset',
  EPIPE: 'tcp.reset',
  UND_ERR_SOCKET: 'tcp.reset',
  CERT_HAS_EXPIRED: 'tls.expired',
  CERT_NOT_YET_VALID: 'tls.not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls.wrong_host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls.self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls.self_signed',
  UNABLE_TO_GET_ISSUER_CERT: 'tls.untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls.untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls.untrusted',
  CERT_UNTRUSTED: 'tls.untrusted',
  CERT_SIGNATURE_FAILURE: 'tls.untrusted',
  INVALID_PURPOSE: 'tls.untrusted',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls.not_tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls.not_tls',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'tls.client_certificate',
  UND_ERR_HEADERS_OVERFLOW: 'limit.headers',
  EMFILE: 'observer.overload',
  ENFILE: 'observer.overload',
};

/** The guard's own words, by phase. A TLS handshake that never answers is a server that accepts and stays silent. */
const BY_GUARD: Record<string, FailureClass> = {
  'check address_refused': 'target.refused',
  'check url_invalid': 'target.refused',
  'dns not_found': 'dns.not_found',
  'dns temporary': 'dns.temporary',
  'dns timeout': 'dns.timeout',
  'dns resolver_down': 'observer.resolver',
  'tcp timeout': 'tcp.timeout',
  'tls timeout': 'http.timeout_headers',
};

/** undici 8 gives its parser errors no code, only llhttp's reason. */
const NO_STATUS_LINE = /Expected HTTP|Invalid HTTP version|Invalid status code/;

/** The failure class of an error that came instead of an answer; what nobody can name is ours. */
export function failureOfError(error: unknown): FailureClass {
  if (!(error instanceof Error)) return 'observer.network';
  if (error instanceof errors.HTTPParserError) {
    return NO_STATUS_LINE.test(error.message) ? 'http.not_http' : 'http.bad_framing';
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const byGuard = error instanceof GuardError ? BY_GUARD[`${error.phase} ${code}`] : undefined;
  return byGuard ?? BY_CODE[code] ?? (code.startsWith('ERR_SSL_') ? 'tls.protocol' : 'observer.network');
}
